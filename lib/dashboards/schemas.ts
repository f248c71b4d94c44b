/** Inputs and DTOs of dashboards. Client-safe. */
import { z } from "zod";
import { VisualSpec } from "@/lib/charts/spec";
import type { PreparedModel, ResultColumn } from "@/lib/charts/types";
import { overlappingPair } from "@/lib/dashboards/layout";
import { FigureInput, ParameterValues } from "@/lib/queries/schemas";
import { RangeChoice } from "@/lib/time/ranges";

export const GRID_COLUMNS = 12;

/** Cells of the grid, 0-based; the height of a row in pixels belongs to the renderer. */
export const WidgetLayout = z
  .object({
    x: z
      .number()
      .int()
      .min(0)
      .max(GRID_COLUMNS - 1),
    y: z.number().int().min(0).max(10_000),
    w: z.number().int().min(1).max(GRID_COLUMNS),
    h: z.number().int().min(1).max(100),
  })
  .refine((layout) => layout.x + layout.w <= GRID_COLUMNS, "A widget must stay inside the 12 columns.");
export type WidgetLayout = z.infer<typeof WidgetLayout>;

export const WidgetInput = z.object({
  /** Stable within the dashboard; made by the browser for new widgets. */
  key: z.string().regex(/^[a-z0-9-]{1,40}$/),
  queryId: z.uuid("Choose a query."),
  visual: VisualSpec,
  parameters: ParameterValues.default({}),
  layout: WidgetLayout,
});
export type WidgetInput = z.infer<typeof WidgetInput>;

const name = z.string().trim().min(1, "Give it a name.").max(120, "A name has at most 120 characters.");
const description = z.string().trim().max(2000, "A description has at most 2,000 characters.").default("");

export const DashboardFilters = z.object({
  range: RangeChoice.default({ kind: "relative", name: "last_30_days" }),
});
export type DashboardFilters = z.infer<typeof DashboardFilters>;

/** PRIVATE is seen by its owner alone; WORKSPACE by everybody in the workspace. */
export const DashboardVisibility = z.enum(["PRIVATE", "WORKSPACE"]);
export type DashboardVisibility = z.infer<typeof DashboardVisibility>;

const widgets = z
  .array(WidgetInput)
  .max(60, "A dashboard has at most 60 widgets.")
  .refine(
    (list) => new Set(list.map((widget) => widget.key)).size === list.length,
    "Two widgets have the same key.",
  )
  .refine(
    (list) => overlappingPair(list) === null,
    "Two widgets lie on top of one another. Move one of them away.",
  );

export const CreateDashboardInput = z.object({
  name,
  description,
  visibility: DashboardVisibility.default("WORKSPACE"),
  filters: DashboardFilters.default({ range: { kind: "relative", name: "last_30_days" } }),
  widgets: widgets.default([]),
});
export type CreateDashboardInput = z.input<typeof CreateDashboardInput>;
export const SaveDashboardInput = z.object({
  dashboardId: z.uuid(),
  /** The version that was edited; a newer one on the server is a conflict, never overwritten. */
  expectedVersion: z.number().int(),
  name,
  description,
  /** Left out, it stays as it is. */
  visibility: DashboardVisibility.optional(),
  filters: DashboardFilters,
  /** The whole set: widgets are matched by key, those not named are removed. */
  widgets,
});
export type SaveDashboardInput = z.input<typeof SaveDashboardInput>;
export const DashboardIdInput = z.object({ dashboardId: z.uuid() });
export type DashboardIdInput = z.input<typeof DashboardIdInput>;
export const WidgetDataInput = z.object({ dashboardId: z.uuid(), widgetKey: z.string(), range: RangeChoice });
export type WidgetDataInput = z.input<typeof WidgetDataInput>;

export type WidgetDto = WidgetInput;
export type DashboardSummary = {
  id: string;
  publicId: string;
  name: string;
  description: string;
  type: string;
  visibility: DashboardVisibility;
  ownerName: string | null;
  widgetCount: number;
  usageCount: number;
  /** ISO 8601; null when nobody has opened it yet. */
  lastUsedAt: string | null;
  /** ISO 8601: the last change or opening, whichever came later. */
  updatedAt: string;
};
export type DashboardDto = Omit<DashboardSummary, "widgetCount"> & {
  version: number;
  filters: DashboardFilters;
  widgets: WidgetDto[];
};

/** What one widget draws; the model carries its notices and its "as of". */
export type WidgetData = { model: PreparedModel };

/** Which query a figure is to be made of. */
export const FigureColumnsInput = FigureInput.omit({ visual: true });
export type FigureColumnsInput = z.input<typeof FigureColumnsInput>;
export type FigureColumns = {
  columns: ResultColumn[];
  /** A first figure that fits the rows. */
  suggestion: VisualSpec;
};
