import { prepare } from "@/lib/charts/prepare";
import { suggestSpec } from "@/lib/charts/suggest-spec";
import type { PreparedModel, ResultSet, TableModel } from "@/lib/charts/types";
import type { RequestContext } from "@/lib/context";
import { InvalidInputError } from "@/lib/errors";
import { firstRows } from "@/lib/queries/first-rows";
import type { QueryPreview } from "@/lib/queries/schemas";

/** What a browser holds and scrolls with ease; an export has no such bound. */
const SHOWN = { rows: 100_000, characters: 20_000_000 };

/** An answer as people look at it: its rows, and a first picture of all of them. */
export function preparePreview({ workspace }: RequestContext, result: ResultSet): QueryPreview {
  const { locale, zone } = workspace;
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
