"use client";

import { Trash2 } from "lucide-react";
import { deletePicture } from "@/app/(app)/[workspace]/dashboards/pictures/actions";
import { ConfirmDelete } from "@/components/forms/confirm-delete";
import { Button } from "@/components/ui/button";
import type { PictureDto } from "@/lib/pictures/schemas";

type DeletePictureProps = { workspace: string; picture: PictureDto; onDeleted: () => void };

/** A picture that stands somewhere stays, and it is said where. */
export function DeletePicture({ workspace, picture, onDeleted }: DeletePictureProps) {
  return (
    <ConfirmDelete
      trigger={
        <Button variant="ghost" size="icon-sm" aria-label={`Delete ${picture.name}`}>
          <Trash2 aria-hidden />
        </Button>
      }
      name={picture.name}
      consequence={<p>Older versions of dashboards that show it will show its description in its place.</p>}
      remove={() => deletePicture(workspace, { pictureId: picture.id })}
      onDeleted={onDeleted}
    />
  );
}
