import type { ChartSpec } from "@/lib/charts/chart-spec";
import type { PrepareOptions } from "@/lib/charts/notices";
import { prepareCartesian } from "@/lib/charts/prepare-cartesian";
import { preparePie } from "@/lib/charts/prepare-pie";
import type { ChartModel, ResultSet } from "@/lib/charts/types";
import { assertNever } from "@/lib/errors";

/** The model of a chart. Throws InvalidInputError when the spec does not fit the result. */
export function prepareChart(result: ResultSet, spec: ChartSpec, options: PrepareOptions): ChartModel {
  switch (spec.kind) {
    case "line":
    case "bar":
    case "area":
      return prepareCartesian(result, spec, options);
    case "pie":
      return preparePie(result, spec, options);
    default:
      return assertNever(spec);
  }
}
