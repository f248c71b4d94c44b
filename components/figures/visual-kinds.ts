import {
  ChartArea,
  ChartColumn,
  ChartLine,
  ChartPie,
  ChartScatter,
  Combine,
  Funnel,
  Gauge,
  Grid3x3,
  Hash,
  LayoutGrid,
  type LucideIcon,
  Table2,
} from "lucide-react";
import type { VisualKind } from "@/lib/charts/spec";

type KindInfo = { label: string; icon: LucideIcon; hint: string };

/** How each kind of figure is called, in the order in which they are offered. */
export const VISUAL_KINDS = {
  metric: { label: "Number", icon: Hash, hint: "One number, with comparison and target" },
  line: { label: "Line", icon: ChartLine, hint: "A course over time" },
  bar: { label: "Bar", icon: ChartColumn, hint: "Categories side by side" },
  area: { label: "Area", icon: ChartArea, hint: "Amounts over time, also stacked" },
  combo: { label: "Bars and line", icon: Combine, hint: "An amount and its rate, on two axes" },
  pie: { label: "Pie", icon: ChartPie, hint: "Few parts of one whole" },
  scatter: { label: "Dots", icon: ChartScatter, hint: "One value against another, also as bubbles" },
  funnel: { label: "Funnel", icon: Funnel, hint: "Stages, and what share goes on" },
  heatmap: { label: "Heat map", icon: LayoutGrid, hint: "Two categories, or weekday and hour" },
  gauge: { label: "Gauge", icon: Gauge, hint: "One number on a scale, with target" },
  table: { label: "Table", icon: Table2, hint: "Rows and columns" },
  pivot: { label: "Pivot", icon: Grid3x3, hint: "Sums and rates, rows by columns" },
} as const satisfies Record<VisualKind, KindInfo>;

export const VISUAL_KIND_NAMES = Object.keys(VISUAL_KINDS) as VisualKind[];
