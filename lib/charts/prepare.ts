import type { PrepareOptions } from "@/lib/charts/notices";
import { isChart } from "@/lib/charts/kinds";
import { prepareChart } from "@/lib/charts/prepare-chart";
import { prepareMetric } from "@/lib/charts/prepare-metric";
import { preparePivot } from "@/lib/charts/prepare-pivot";
import { prepareTable } from "@/lib/charts/prepare-table";
import type { VisualSpec } from "@/lib/charts/spec";
import { fillTitle, headlineOf } from "@/lib/charts/title-variables";
import type { PreparedModel, ResultSet } from "@/lib/charts/types";
import { assertNever } from "@/lib/errors";

export type { PrepareOptions } from "@/lib/charts/notices";

/**
 * Rows and a spec to the model every renderer draws: pure, so the same rows give the same figure on the
 * screen, on paper, in a workbook and in a mail. Throws InvalidInputError, naming the column and the columns
 * there are, when the spec does not fit the result.
 */
export function prepare(result: ResultSet, spec: VisualSpec, options: PrepareOptions): PreparedModel {
  const model = prepareKind(result, spec, options);
  const title = fillTitle(spec.title, options.variables, headlineOf(model));
  // Summaries and captions begin with the title.
  return title === spec.title ? model : prepareKind(result, { ...spec, title }, options);
}

function prepareKind(result: ResultSet, spec: VisualSpec, options: PrepareOptions): PreparedModel {
  if (isChart(spec)) return prepareChart(result, spec, options);
  switch (spec.kind) {
    case "metric":
      return prepareMetric(result, spec, options);
    case "table":
      return prepareTable(result, spec, options);
    case "pivot":
      return preparePivot(result, spec, options);
    default:
      return assertNever(spec);
  }
}
