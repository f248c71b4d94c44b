"use client";

import { Trash2 } from "lucide-react";
import { useState } from "react";
import { deletePicture } from "@/app/(app)/[workspace]/dashboards/pictures/actions";
import { attempt } from "@/components/forms/attempt";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { toast } from "@/components/ui/toast";
import type { PictureDto } from "@/lib/pictures/schemas";

type DeletePictureProps = { workspace: string; picture: PictureDto; onDeleted: () => void };

/** A picture that stands somewhere stays, and it is said where. */
export function DeletePicture({ workspace, picture, onDeleted }: DeletePictureProps) {
  const [refusal, setRefusal] = useState<string | null>(null);

  async function confirm() {
    const result = await attempt(deletePicture(workspace, { pictureId: picture.id }));
    if (!result.ok) {
      setRefusal(result.error.message);
      return false;
    }
    toast.success(`“${picture.name}” was deleted`);
    onDeleted();
    return true;
  }

  return (
    <ConfirmDialog
      trigger={
        <Button
          variant="ghost"
          size="icon-sm"
          aria-label={`Delete ${picture.name}`}
          onClick={() => setRefusal(null)}
        >
          <Trash2 aria-hidden />
        </Button>
      }
      verb="Delete"
      name={picture.name}
      consequence={
        refusal ? (
          <Callout tone="bad" role="alert" title="Not deleted.">
            {refusal}
          </Callout>
        ) : (
          <p>Older versions of dashboards that show it will show its description in its place.</p>
        )
      }
      onConfirm={confirm}
    />
  );
}
