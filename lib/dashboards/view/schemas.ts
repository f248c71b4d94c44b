/** What a reader asks of a dashboard, and what each widget answers. Client-safe. */
import { z } from "zod";
import type { PreparedModel } from "@/lib/charts/types";
import { CrossFilter, DashboardFilters, DashboardView, FilterBinding } from "@/lib/dashboards/schemas";
import type { ErrorBody } from "@/lib/errors";
import { MIN_AGE_SECONDS } from "@/lib/dashboards/view/min-age";
import { type FigureExplanation, FigureInput, ParameterValues } from "@/lib/queries/schemas";

export const DashboardDataInput = z.object({
  dashboardId: z.uuid(),
  view: DashboardView,
  /** In the order in which they are wanted. */
  widgetKeys: z
    .array(z.string().max(40))
    .min(1, "Name the widgets whose data you want.")
    .max(60, "Ask for at most 60 widgets at once.")
    .transform((keys) => [...new Set(keys)]),
  /**
   * A kept answer that is older is asked for anew; left out, what the source keeps is good enough. However many people
   * refresh a dashboard, its sources are asked once in this time.
   */
  maxAgeSeconds: z
    .int()
    .min(MIN_AGE_SECONDS, `Answers of the last ${MIN_AGE_SECONDS} seconds are not asked for anew.`)
    .max(86_400)
    .optional(),
});
export type DashboardDataInput = z.input<typeof DashboardDataInput>;

/** One widget over one view. */
export const WidgetViewInput = z.object({
  dashboardId: z.uuid(),
  widgetKey: z.string().max(40),
  view: DashboardView,
});
export type WidgetViewInput = z.input<typeof WidgetViewInput>;

/** A figure that is being made; `under` is what its dashboard, also being made, would ask of it. */
export const PreviewWidgetInput = FigureInput.extend({
  under: z
    .object({
      filters: DashboardFilters,
      view: DashboardView.omit({ cross: true }),
      bindings: z.record(z.string(), FilterBinding),
    })
    .optional(),
});
export type PreviewWidgetInput = z.input<typeof PreviewWidgetInput>;

/** What is behind a point of a widget's figure: shorter periods, or rows. */
export const DrillInput = WidgetViewInput.extend({
  to: z.enum(["finer", "rows"]),
  /** What was clicked, from the whole figure on. */
  steps: z.array(CrossFilter.pick({ column: true, value: true })).max(30),
});
export type DrillInput = z.input<typeof DrillInput>;

/** How a widget's numbers come about. */
export type WidgetExplanation = FigureExplanation;

/** The values to choose from for one filter; `values` is what is chosen for the others. */
export const FilterOptionsInput = z.object({
  dashboardId: z.uuid(),
  filter: z.string().max(130),
  values: ParameterValues.default({}),
});
export type FilterOptionsInput = z.input<typeof FilterOptionsInput>;

/** What one widget draws, and how it came about; the model carries its notices. */
export type WidgetData = {
  model: PreparedModel;
  /** ISO 8601: when the source answered. */
  asOf: string;
  fromCache: boolean;
  /** What the source took. */
  durationMs: number;
  /** Rows the figure was computed from. */
  rows: number;
  /** Labels of the filters that do not reach it. */
  notFiltered: string[];
  /** False when its rows are the same whatever the period. */
  followsPeriod: boolean;
  /** The column whose periods can be looked into; null when there is none. */
  finerBy: string | null;
};

/** One broken widget says so itself and leaves the others alone. */
export type WidgetAnswer =
  | { key: string; data: WidgetData; error?: undefined }
  | { key: string; error: ErrorBody; data?: undefined };
