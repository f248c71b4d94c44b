import {
  ChartArea,
  ChartColumn,
  ChartLine,
  ChartPie,
  type LucideIcon,
  Grid3x3,
  Table2,
  Hash,
} from "lucide-react";
import type { VisualKind } from "@/lib/charts/spec";

type KindInfo = { label: string; icon: LucideIcon; hint: string };

/** How each kind of figure is called, in the order in which they are offered. */
export const VISUAL_KINDS = {
  metric: { label: "Number", icon: Hash, hint: "One number, with comparison and target" },
  line: { label: "Line", icon: ChartLine, hint: "A course over time" },
  bar: { label: "Bar", icon: ChartColumn, hint: "Categories side by side" },
  area: { label: "Area", icon: ChartArea, hint: "Amounts over time, also stacked" },
  pie: { label: "Pie", icon: ChartPie, hint: "Few parts of one whole" },
  table: { label: "Table", icon: Table2, hint: "Rows and columns" },
  pivot: { label: "Pivot", icon: Grid3x3, hint: "Sums and rates, rows by columns" },
} as const satisfies Record<VisualKind, KindInfo>;

export const VISUAL_KIND_NAMES = Object.keys(VISUAL_KINDS) as VisualKind[];
