import type { z } from "zod";
import { requirePermission } from "@/lib/access";
import { emitAudit } from "@/lib/audit";
import type { RequestContext } from "@/lib/context";
import { publicId } from "@/lib/crypto";
import { type Tx, withTransaction } from "@/lib/db";
import { AppError, ForbiddenError } from "@/lib/errors";
import { exportFileName } from "@/lib/exports/file-name";
import { toExportDto } from "@/lib/exports/find-export";
import { type ExportDto, ExportRequest, RequestExportInput } from "@/lib/exports/schemas";
import { EXPORT_FIELDS } from "@/lib/exports/serialize";
import { enqueue } from "@/lib/jobs";
import { checkExecution, getQuery, type StreamedQuestion } from "@/lib/queries";
import { roomOf } from "@/lib/storage";
import { resolveRange } from "@/lib/time/ranges";

/** Of one person at the same time: each holds a connection of the source. */
const OPEN_EXPORTS_PER_PERSON = 5;

/**
 * Asks for a result as a file. It is made in the background, with no row limit but the source's own, and goes on when
 * the page is closed. Throws InvalidInputError as running the query would, AppError limit_reached.
 */
export async function requestExport(
  ctx: RequestContext,
  input: z.input<typeof RequestExportInput>,
): Promise<ExportDto> {
  requirePermission(ctx, "query:export");
  const parsed = RequestExportInput.parse(input);
  if (ctx.actor.kind !== "user") throw new ForbiddenError("Only people ask for exports.");
  const { userId } = ctx.actor;
  const question = await questionOf(ctx, parsed);
  await checkExecution(ctx, question);
  const request = ExportRequest.parse(question);
  (await roomOf(ctx)).require();

  return withTransaction(ctx, async (tx) => {
    await requireRoom(tx, ctx, userId);
    const row = await tx.resultExport.create({
      data: {
        workspaceId: ctx.workspace.id,
        publicId: publicId("export"),
        dataSourceId: question.dataSourceId,
        queryId: question.queryId,
        name: question.name,
        format: parsed.format,
        fileName: exportFileName(question.name, parsed.format, ctx.now()),
        request,
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
  });
}

async function questionOf(
  ctx: RequestContext,
  input: z.output<typeof RequestExportInput>,
): Promise<StreamedQuestion & { name: string }> {
  const { values } = input;
  const range = resolveRange(input.range, ctx.now(), ctx.workspace.zone, ctx.workspace.weekStartsOn);
  if (input.of === "draft") {
    requirePermission(ctx, "query:run");
    const { dataSourceId, definition } = input;
    return { name: input.name || "Result", queryId: null, dataSourceId, definition, values, range };
  }
  const { id: queryId, name, dataSourceId, definition } = await getQuery(ctx, input);
  return { name, queryId, dataSourceId, definition, values, range };
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
