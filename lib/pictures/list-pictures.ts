import { requirePermission } from "@/lib/access";
import type { RequestContext } from "@/lib/context";
import { withTransaction } from "@/lib/db";
import type { PictureDto } from "./schemas";
import { PICTURE_FIELDS, toPictureDtos } from "./serialize";

/** More than anybody looks through. */
const LISTED = 500;

/** The pictures to choose from, the newest first; at most 500. */
export async function listPictures(ctx: RequestContext): Promise<PictureDto[]> {
  requirePermission(ctx, "picture:create");
  return withTransaction(ctx, async (tx) => {
    const rows = await tx.picture.findMany({
      where: { workspaceId: ctx.workspace.id },
      orderBy: [{ createdAt: "desc" }, { id: "desc" }],
      take: LISTED,
      select: PICTURE_FIELDS,
    });
    return toPictureDtos(tx, ctx, rows);
  });
}
