import type { z } from "zod";
import { requirePermission } from "@/lib/access";
import { emitAudit } from "@/lib/audit";
import type { RequestContext } from "@/lib/context";
import { withWorkspace } from "@/lib/db";
import { ConflictError } from "@/lib/errors";
import { storage } from "@/lib/storage";
import { findPicture } from "./find-picture";
import { findPictureUses, type PictureUses } from "./picture-uses";
import { type PictureDto, PictureIdInput } from "./schemas";
import { toPictureDto } from "./serialize";

/**
 * Deletes a picture that stands nowhere, and its file. Older versions of dashboards that held it show its description.
 * Throws NotFoundError, ConflictError saying where it is used.
 */
export async function deletePicture(
  ctx: RequestContext,
  input: z.input<typeof PictureIdInput>,
): Promise<PictureDto> {
  requirePermission(ctx, "picture:delete");
  const { pictureId } = PictureIdInput.parse(input);
  // For nobody in particular: a draft is its author's alone, and keeps its pictures whoever deletes them.
  const { before, storageKey } = await withWorkspace(ctx.workspace.id, async (tx) => {
    const row = await findPicture(tx, ctx, pictureId);
    const uses = await findPictureUses(tx, ctx, row.id);
    if (uses.names.length + uses.unseen + uses.drafts > 0) throw usedError(row.name, uses);
    const dto = await toPictureDto(tx, ctx, row);
    await tx.picture.deleteMany({ where: { id: row.id, workspaceId: ctx.workspace.id } });
    await emitAudit(tx, ctx, { action: "picture.delete", entityId: row.id, before: dto });
    return { before: dto, storageKey: row.storageKey };
  });
  await storage().delete(storageKey);
  return before;
}

function usedError(name: string, { names, unseen, drafts }: PictureUses): ConflictError {
  const places = [
    ...names.map((dashboard) => `“${dashboard}”`),
    ...(unseen > 0
      ? [counted(unseen, "dashboard that you cannot see", "dashboards that you cannot see")]
      : []),
    ...(drafts > 0 ? [counted(drafts, "draft that is not saved yet", "drafts that are not saved yet")] : []),
  ];
  const last = places.pop() ?? "";
  const list = places.length > 0 ? `${places.join(", ")} and ${last}` : last;
  return new ConflictError(`“${name}” is used on ${list}. Take it off there first.`);
}

const counted = (count: number, one: string, many: string): string => `${count} ${count === 1 ? one : many}`;
