import type { ChartSpec } from "@/lib/charts/chart-spec";
import type { PrepareOptions } from "@/lib/charts/notices";
import { prepareCartesian } from "@/lib/charts/prepare-cartesian";
import { prepareFunnel } from "@/lib/charts/prepare-funnel";
import { prepareGauge } from "@/lib/charts/prepare-gauge";
import { prepareHeatmap } from "@/lib/charts/prepare-heatmap";
import { preparePie } from "@/lib/charts/prepare-pie";
import { prepareScatter } from "@/lib/charts/prepare-scatter";
import type { ChartModel, ResultSet } from "@/lib/charts/types";
import { assertNever } from "@/lib/errors";

/** The model of a chart. Throws InvalidInputError when the spec does not fit the result. */
export function prepareChart(result: ResultSet, spec: ChartSpec, options: PrepareOptions): ChartModel {
  switch (spec.kind) {
    case "line":
    case "bar":
    case "area":
    case "combo":
      return prepareCartesian(result, spec, options);
    case "pie":
      return preparePie(result, spec, options);
    case "scatter":
      return prepareScatter(result, spec, options);
    case "funnel":
      return prepareFunnel(result, spec, options);
    case "heatmap":
      return prepareHeatmap(result, spec, options);
    case "gauge":
      return prepareGauge(result, spec, options);
    default:
      return assertNever(spec);
  }
}
