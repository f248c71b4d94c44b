/** Inputs and DTOs of templates of dashboards. Client-safe. */
import { z } from "zod";
import type { ContentModel } from "@/lib/charts/prepare-content";
import type { ColumnType, PreparedModel } from "@/lib/charts/types";
import type { WidgetLayout } from "@/lib/dashboards/schemas";

export const TEMPLATE_CATEGORIES = ["Business", "Marketing", "People", "Care and quality"] as const;
export type TemplateCategory = (typeof TEMPLATE_CATEGORIES)[number];

/** A place for one column of the chosen table. */
export type TemplateSlot = {
  name: string;
  label: string;
  /** What it is for, e.g. "Revenue, costs or hours". */
  hint: string;
  /** Types of columns that fit. */
  types: readonly ColumnType[];
  /** Parts of names by which it is guessed, the likeliest first. */
  words: readonly string[];
};

/** One widget of a preview. */
export type PreviewWidget = {
  layout: WidgetLayout;
  title: string;
  /** null where the figure could not be prepared, and for what is no figure. */
  model: PreparedModel | null;
  /** What needs no rows: words, pictures. */
  content?: ContentModel;
  /** Why there is no figure. */
  note?: string;
};

/** What the gallery shows. */
export type TemplateSummary = {
  id: string;
  name: string;
  description: string;
  category: TemplateCategory;
  slots: readonly TemplateSlot[];
  /** Drawn from sample rows. */
  preview: PreviewWidget[];
};

const columns = z.record(z.string(), z.string().max(200));

const source = {
  templateId: z.string().max(60),
  dataSourceId: z.uuid("Choose a data source."),
  schema: z.string().max(200),
  table: z.string().min(1, "Choose a table.").max(200),
  /** Names of columns, by slot. */
  columns,
};
export const PreviewTemplateInput = z.object(source);
export type PreviewTemplateInput = z.input<typeof PreviewTemplateInput>;

export const DashboardFromTemplateInput = z.object({
  ...source,
  name: z.string().trim().min(1, "Give it a name.").max(100, "A name has at most 100 characters."),
});
export type DashboardFromTemplateInput = z.input<typeof DashboardFromTemplateInput>;
