import type { MetricSpec } from "@/lib/charts/spec";

const visual: MetricSpec = {
  kind: "metric",
  title: "",
  value: "",
  aggregate: "sum",
  compare: "previous_period",
  direction: "none",
};

/** A metric before its query is chosen. */
export const METRIC_DEFAULTS = { queryId: "", parameters: {}, visual };
