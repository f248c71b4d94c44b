import { emitAudit } from "@/lib/audit";
import type { RequestContext } from "@/lib/context";
import { publicId } from "@/lib/crypto";
import type { Prisma, Tx } from "@/lib/db";
import { AppError, ForbiddenError } from "@/lib/errors";
import { toExportDto } from "@/lib/exports/find-export";
import type { ExportDto } from "@/lib/exports/schemas";
import { EXPORT_FIELDS } from "@/lib/exports/serialize";
import { enqueue } from "@/lib/jobs";

/** Of one person at the same time: each holds a connection of the source. */
const OPEN_EXPORTS_PER_PERSON = 5;

type Asked = Pick<
  Prisma.ResultExportUncheckedCreateInput,
  "dataSourceId" | "queryId" | "dashboardId" | "name" | "format" | "fileName" | "request"
>;

/** Files are made for somebody: what is in them is what that person may see. */
export function requirePerson({ actor }: RequestContext): string {
  if (actor.kind !== "user") throw new ForbiddenError("Only people ask for exports.");
  return actor.userId;
}

/** Writes down what was asked for, with the event that has it made. Throws AppError limit_reached. */
export async function openExport(
  tx: Tx,
  ctx: RequestContext,
  userId: string,
  asked: Asked,
): Promise<ExportDto> {
  await requireRoom(tx, ctx, userId);
  const row = await tx.resultExport.create({
    data: {
      ...asked,
      workspaceId: ctx.workspace.id,
      publicId: publicId("export"),
      createdById: userId,
      createdAt: ctx.now(),
    },
    select: EXPORT_FIELDS,
  });
  await enqueue(tx, [
    {
      id: `export:${row.id}`,
      name: "data/export.requested",
      data: { workspaceId: ctx.workspace.id, exportId: row.id },
    },
  ]);
  const after = await toExportDto(tx, ctx, row);
  await emitAudit(tx, ctx, { action: "export.request", entityId: row.id, after });
  return after;
}

async function requireRoom(tx: Tx, ctx: RequestContext, userId: string): Promise<void> {
  const open = await tx.resultExport.count({
    where: {
      workspaceId: ctx.workspace.id,
      createdById: userId,
      state: { in: ["PENDING", "RUNNING"] },
    },
  });
  if (open < OPEN_EXPORTS_PER_PERSON) return;
  throw new AppError(
    "limit_reached",
    `You have ${open} exports under way, and at most ${OPEN_EXPORTS_PER_PERSON} run at once. Wait for one, or cancel one.`,
    { max: OPEN_EXPORTS_PER_PERSON, current: open },
  );
}
