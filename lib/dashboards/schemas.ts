/** Inputs and DTOs of dashboards. Client-safe. */
import { z } from "zod";
import { VisualSpec } from "@/lib/charts/spec";
import { ParameterValues } from "@/lib/queries/schemas";
import { RangeChoice } from "@/lib/time/ranges";

export const GRID_COLUMNS = 12;

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

export const CreateDashboardInput = z.object({ name, description });
export const SaveDashboardInput = z.object({
  dashboardId: z.uuid(),
  /** The version that was edited; a newer one on the server is a conflict, never overwritten. */
  expectedVersion: z.number().int(),
  name,
  description,
  filters: DashboardFilters,
  widgets: z
    .array(WidgetInput)
    .max(60, "A dashboard has at most 60 widgets.")
    .refine(
      (widgets) => new Set(widgets.map((widget) => widget.key)).size === widgets.length,
      "Two widgets have the same key.",
    ),
});
export const DashboardIdInput = z.object({ dashboardId: z.uuid() });
export const WidgetDataInput = z.object({ dashboardId: z.uuid(), widgetKey: z.string(), range: RangeChoice });

export type WidgetDto = WidgetInput;
export type DashboardSummary = {
  id: string;
  publicId: string;
  name: string;
  description: string;
  type: string;
  ownerName: string | null;
  widgetCount: number;
  updatedAt: string;
};
export type DashboardDto = Omit<DashboardSummary, "widgetCount"> & {
  version: number;
  filters: DashboardFilters;
  widgets: WidgetDto[];
};
