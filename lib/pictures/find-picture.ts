import type { RequestContext } from "@/lib/context";
import type { Tx } from "@/lib/db";
import { NotFoundError } from "@/lib/errors";
import { PICTURE_FIELDS } from "./serialize";

/** Throws NotFoundError for a foreign or unknown id. */
export async function findPicture(tx: Tx, ctx: RequestContext, pictureId: string) {
  const row = await tx.picture.findFirst({
    where: { id: pictureId, workspaceId: ctx.workspace.id },
    select: { ...PICTURE_FIELDS, storageKey: true, sha256: true },
  });
  if (!row) throw new NotFoundError("picture");
  return row;
}
