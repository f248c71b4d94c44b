"use client";

import { DropZone } from "@/components/forms/upload/drop-zone";
import { UploadFailure } from "@/components/forms/upload/upload-failure";
import { useUpload } from "@/components/forms/upload/use-upload";
import { Button } from "@/components/ui/button";
import { Progress } from "@/components/ui/progress";
import type { PictureDto } from "@/lib/pictures/schemas";
import { uploadUrl } from "./queries";
import { ACCEPT, LIMIT_MB, refusalOf } from "./words";

type PictureUploadProps = { workspace: string; onDone: (picture: PictureDto) => void };

/** Takes a picture, shows it on its way, and says what is wrong with it. */
export function PictureUpload({ workspace, onDone }: PictureUploadProps) {
  const { state, send, refuse, cancel } = useUpload<PictureDto>({
    urlOf: (fileName) => uploadUrl(workspace, fileName),
    refusalOf,
    onDone,
  });
  if (state.kind === "sending")
    return (
      <section aria-label="Upload" className="flex flex-col gap-2 rounded-lg border bg-card p-3">
        <div className="flex items-center justify-between gap-3">
          <p className="min-w-0 truncate text-13 font-medium">{state.name}</p>
          <Button size="sm" onClick={cancel}>
            Cancel
          </Button>
        </div>
        <Progress
          label="Uploading"
          value={state.sent}
          max={state.total}
          text={
            state.sent < state.total ? `${Math.floor((state.sent / state.total) * 100)} %` : "Looking at it"
          }
        />
      </section>
    );
  return (
    <div className="flex flex-col gap-2">
      <UploadFailure state={state} className="sm:flex-col sm:items-start" />
      <DropZone
        isSmall
        prompt="Drop a picture here, or choose one"
        hint={`PNG, JPEG, WebP or GIF, up to ${LIMIT_MB} MB.`}
        accept={ACCEPT}
        severalRefusal="Drop one picture at a time."
        onFile={send}
        onRefuse={refuse}
      />
      <p role="status" className="sr-only">
        {state.kind === "done" ? `${state.name} was uploaded and chosen.` : ""}
      </p>
    </div>
  );
}
