/** What a template of a dashboard is made of: queries of the builder that wait for columns, and figures drawn from them. */
import type { ColumnType } from "@/lib/charts/types";
import type { VisualSpec } from "@/lib/charts/spec";
import type { WidgetInput } from "@/lib/dashboards/schemas";
import type { QueryDefinition } from "@/lib/queries/schemas";
import type { RelativeRange } from "@/lib/time/ranges";
import type { z } from "zod";
import type { TemplateCategory, TemplateSlot } from "./schemas";

export type Builder = Extract<QueryDefinition, { kind: "builder" }>["builder"];
export type Dimension = Builder["dimensions"][number];
export type Measure = Builder["measures"][number];
export type FieldRef = Dimension["field"];
export type ColumnField = Extract<FieldRef, { kind: "column" }>;

/** The chosen column of a slot, as a field of the only table. */
export type Slots = (slot: string) => ColumnField;

export type TemplateQuery = {
  /** Widgets name it by this. */
  id: string;
  name: string;
  build: (of: Slots) => Partial<Pick<Builder, "calculated" | "dimensions" | "measures" | "sort" | "limit">>;
};

export type TemplateWidget = {
  query: string;
  visual: (of: Slots) => z.input<typeof VisualSpec>;
  layout: WidgetInput["layout"];
};

export type DashboardTemplate = {
  id: string;
  name: string;
  description: string;
  category: TemplateCategory;
  range: RelativeRange;
  slots: readonly TemplateSlot[];
  /** The time that the dashboard's period cuts. */
  period: string;
  /** The slot whose values readers filter by. */
  filter: string;
  queries: readonly TemplateQuery[];
  widgets: readonly TemplateWidget[];
};

export const TIME: readonly ColumnType[] = ["timestamp", "date"];
export const CATEGORY: readonly ColumnType[] = ["text", "boolean"];
export const NUMBER: readonly ColumnType[] = ["number"];
export const ANY: readonly ColumnType[] = ["text", "number", "boolean", "date", "timestamp"];
