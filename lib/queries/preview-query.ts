import type { z } from "zod";
import { prepare } from "@/lib/charts/prepare";
import { suggestSpec } from "@/lib/charts/suggest-spec";
import type { PreparedModel, ResultSet, TableModel } from "@/lib/charts/types";
import type { RequestContext } from "@/lib/context";
import { InvalidInputError } from "@/lib/errors";
import { firstRows } from "@/lib/queries/first-rows";
import type { QueryPreview, TryQueryInput } from "@/lib/queries/schemas";
import { tryQuery } from "@/lib/queries/try-query";

/** What a browser holds and scrolls with ease; an export has no such bound. */
const SHOWN = { rows: 100_000, characters: 20_000_000 };

/** Runs a text that is being written and prepares what its author looks at. Errors as `tryQuery`. */
export async function previewQuery(
  ctx: RequestContext,
  input: z.input<typeof TryQueryInput>,
): Promise<QueryPreview> {
  const result = await tryQuery(ctx, input);
  const { locale, zone } = ctx.workspace;
  return {
    columns: result.columns,
    rows: firstRows(result.rows, SHOWN),
    rowCount: result.rows.length,
    truncated: result.truncated,
    durationMs: result.durationMs,
    asOf: result.asOf,
    figure: suggestFigure(result, { locale, zone }),
  };
}

/** null when a table says it best, or when the rows do not fit the suggestion. */
function suggestFigure(
  result: ResultSet,
  options: { locale: string; zone: string },
): Exclude<PreparedModel, TableModel> | null {
  try {
    const spec = suggestSpec(result);
    if (spec.kind === "table") return null;
    const model = prepare(result, spec, options);
    return model.kind === "table" ? null : model;
  } catch (error) {
    if (error instanceof InvalidInputError) return null;
    throw error;
  }
}
