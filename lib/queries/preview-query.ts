import type { z } from "zod";
import { prepare } from "@/lib/charts/prepare";
import type { TableSpec } from "@/lib/charts/spec";
import { suggestSpec } from "@/lib/charts/suggest-spec";
import type { PreparedModel, ResultSet, TableModel } from "@/lib/charts/types";
import type { RequestContext } from "@/lib/context";
import { InvalidInputError } from "@/lib/errors";
import type { QueryPreview, TryQueryInput } from "@/lib/queries/schemas";
import { tryQuery } from "@/lib/queries/try-query";

const SHOWN_ROWS = 1000;

/** Runs a text that is being written and prepares what its author looks at. Errors as `tryQuery`. */
export async function previewQuery(
  ctx: RequestContext,
  input: z.input<typeof TryQueryInput>,
): Promise<QueryPreview> {
  const result = await tryQuery(ctx, input);
  const { locale, zone } = ctx.workspace;
  return {
    columns: result.columns,
    rowCount: result.rows.length,
    truncated: result.truncated,
    durationMs: result.durationMs,
    asOf: result.asOf,
    table: prepareTable(result, { locale, zone }),
    figure: suggestFigure(result, { locale, zone }),
  };
}

function prepareTable(result: ResultSet, options: { locale: string; zone: string }): TableModel {
  const spec: TableSpec = { kind: "table", title: "Result", columns: [], totals: false, maxRows: SHOWN_ROWS };
  const model = prepare(result, spec, options);
  if (model.kind !== "table") throw new Error(`A table spec made a ${model.kind}.`);
  return model;
}

/** null when a table says it best, or when the rows do not fit the suggestion. */
function suggestFigure(
  result: ResultSet,
  options: { locale: string; zone: string },
): Exclude<PreparedModel, TableModel> | null {
  try {
    const model = prepare(result, suggestSpec(result), options);
    return model.kind === "table" ? null : model;
  } catch (error) {
    if (error instanceof InvalidInputError) return null;
    throw error;
  }
}
