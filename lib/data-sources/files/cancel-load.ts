import type { z } from "zod";
import { requirePermission } from "@/lib/access";
import { emitAudit } from "@/lib/audit";
import type { RequestContext } from "@/lib/context";
import { findFileLoad } from "@/lib/data-sources/files/find-files";
import { FileLoadIdInput, type FileLoadDto } from "@/lib/data-sources/files/schemas";
import { FILE_LOAD_FIELDS, toFileLoadDto } from "@/lib/data-sources/files/serialize";
import { withTransaction } from "@/lib/db";
import { ConflictError } from "@/lib/errors";

/**
 * Takes a file back that waits to be loaded, or is being loaded: no table changes, and the file is UPLOADED again with
 * what was asked for. The job stops within about a second and cleans up after itself. Throws ConflictError when the
 * load has ended.
 */
export async function cancelLoad(
  ctx: RequestContext,
  input: z.input<typeof FileLoadIdInput>,
): Promise<FileLoadDto> {
  requirePermission(ctx, "file:upload");
  const { loadId } = FileLoadIdInput.parse(input);

  return withTransaction(ctx, async (tx) => {
    const before = await findFileLoad(tx, ctx, loadId);
    const [row] = await tx.fileLoad.updateManyAndReturn({
      where: { id: before.id, workspaceId: ctx.workspace.id, state: { in: ["REQUESTED", "LOADING"] } },
      // Without its run: what that still writes finds nothing, and a later request is another run's.
      data: {
        state: "UPLOADED",
        runId: null,
        tableId: null,
        progress: 0,
        error: `Cancelled by ${ctx.actor.name}.`,
      },
      select: FILE_LOAD_FIELDS,
    });
    if (!row) throw new ConflictError(`“${before.fileName}” is not being loaded any more.`);
    await emitAudit(tx, ctx, {
      action: "file_load.cancel",
      entityId: row.id,
      before: { state: before.state, progress: before.progress },
    });
    return toFileLoadDto(tx, row);
  });
}
