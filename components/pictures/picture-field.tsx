"use client";

import { useQueryClient } from "@tanstack/react-query";
import { Callout } from "@/components/ui/callout";
import { Skeleton, SkeletonGroup } from "@/components/ui/skeleton";
import type { PictureDto } from "@/lib/pictures/schemas";
import { DeletePicture } from "./delete-picture";
import { PictureChoices } from "./picture-choices";
import { PictureUpload } from "./picture-upload";
import { pictureKeys, usePictures } from "./queries";
import { factsOf } from "./words";

type PictureFieldProps = {
  workspace: string;
  locale: string;
  /** Empty while none is chosen. */
  pictureId: string;
  onChange: (pictureId: string) => void;
};

/** Which picture stands in a widget: one that is uploaded now, or was before. */
export function PictureField({ workspace, locale, pictureId, onChange }: PictureFieldProps) {
  const client = useQueryClient();
  const { data: pictures, error } = usePictures(workspace);
  const key = pictureKeys.all(workspace);

  function add(picture: PictureDto) {
    // Beside the others at once; one that was there already comes to the front.
    client.setQueryData<PictureDto[]>(key, (known = []) => [
      picture,
      ...known.filter(({ id }) => id !== picture.id),
    ]);
    onChange(picture.id);
  }

  function forget(id: string) {
    client.setQueryData<PictureDto[]>(key, (known = []) => known.filter((picture) => picture.id !== id));
    onChange("");
  }

  const chosen = pictures?.find(({ id }) => id === pictureId);
  return (
    <fieldset className="flex min-w-0 flex-col gap-3">
      <legend className="mb-1.5 text-13 font-medium text-ink">Picture</legend>
      <PictureUpload workspace={workspace} onDone={add} />
      {error ? (
        <Callout tone="bad" role="alert" title="The pictures could not be read.">
          {error.message}
        </Callout>
      ) : !pictures ? (
        <SkeletonGroup label="Reading the pictures">
          <Skeleton className="h-24" />
        </SkeletonGroup>
      ) : pictures.length > 0 ? (
        <PictureChoices workspace={workspace} pictures={pictures} chosen={pictureId} onChoose={onChange} />
      ) : null}
      {chosen ? (
        <div className="flex items-center gap-2">
          <p className="min-w-0 flex-1 text-xs wrap-break-word text-ink-2">
            {chosen.name}: {factsOf(chosen, locale)}
          </p>
          <DeletePicture workspace={workspace} picture={chosen} onDeleted={() => forget(chosen.id)} />
        </div>
      ) : null}
    </fieldset>
  );
}
