import type { z } from "zod";
import { requirePermission } from "@/lib/access";
import type { RequestContext } from "@/lib/context";
import { withTransaction } from "@/lib/db";
import { exportFileName } from "@/lib/exports/file-name";
import { openExport, requirePerson } from "@/lib/exports/open-export";
import { type ExportDto, ExportRequest, RequestExportInput } from "@/lib/exports/schemas";
import { checkExecution, getQuery, type StreamedQuestion } from "@/lib/queries";
import { roomOf } from "@/lib/storage";
import { resolveRange } from "@/lib/time/ranges";

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
  const userId = requirePerson(ctx);
  const question = await questionOf(ctx, parsed);
  await checkExecution(ctx, question);
  const { dataSourceId, queryId, name } = question;
  const { format } = parsed;
  (await roomOf(ctx)).require();

  return withTransaction(ctx, (tx) =>
    openExport(tx, ctx, userId, {
      dataSourceId,
      queryId,
      name,
      format,
      fileName: exportFileName(name, format, ctx.now()),
      request: ExportRequest.parse(question),
    }),
  );
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
