/** Shapes of the demo workspace's documents: figures name their query by key, the loader puts the id in its place. */
import type { ChartSpec } from "@/lib/charts/chart-spec";
import type { MetricSpec, TableSpec, VisualSpec } from "@/lib/charts/spec";
import type { Role } from "@/lib/context";
import type { Unit } from "@/lib/format/units";

export type DemoParameter = {
  name: string;
  label: string;
  type: "date" | "text" | "number" | "boolean";
  default?: string;
};

export type DemoQuery = {
  key: string;
  name: string;
  description: string;
  category: string;
  tags: string[];
  /** Parameters as {{name}}; `from` is included in the period, `to` is not. */
  sql: string;
  parameters: DemoParameter[];
  columnUnits: Record<string, Unit>;
};

export type DemoRange =
  | "last_7_days"
  | "last_30_days"
  | "last_90_days"
  | "last_full_month"
  | "last_12_months"
  | "last_12_full_months"
  | "year_to_date"
  | "all_time";

export type DemoWidget = {
  key: string;
  queryKey: string;
  visual: VisualSpec;
  /** Cells of a grid of 12 columns. */
  layout: { x: number; y: number; w: number; h: number };
};

export type DemoDashboard = {
  key: string;
  name: string;
  description: string;
  defaultRange: DemoRange;
  widgets: DemoWidget[];
};

export type DemoBlock =
  | { kind: "heading"; level: 1 | 2; text: string }
  | { kind: "text"; markdown: string }
  | { kind: "metrics"; items: { queryKey: string; visual: MetricSpec }[] }
  | { kind: "chart"; queryKey: string; visual: ChartSpec }
  | { kind: "table"; queryKey: string; visual: TableSpec }
  | { kind: "page_break" };

export type DemoReport = {
  key: string;
  name: string;
  description: string;
  defaultRange: DemoRange;
  blocks: DemoBlock[];
};

export type DemoList = {
  key: string;
  name: string;
  description: string;
  members: { email: string; name: string }[];
};

export type DemoWorkspace = {
  slug: string;
  name: string;
  zone: string;
  locale: string;
  departments: string[];
  members: { email: string; role: Role; jobRole: string; department: string }[];
};

export type DemoPerson = { email: string; name: string };
