/** Inputs and DTOs of dashboards. Client-safe. */
import { z } from "zod";
import type { VisualSpec } from "@/lib/charts/spec";
import { needsQuery } from "@/lib/charts/kinds";
import { WidgetSpec } from "@/lib/charts/spec";
import type { ContentSpec } from "@/lib/charts/content-spec";
import type { ResultColumn } from "@/lib/charts/types";
import { GRID_COLUMNS, overlappingPair } from "@/lib/dashboards/layout";
import { MAIN_SECTION, MAX_CROSS_FILTERS } from "@/lib/dashboards/widgets";
import { FigureInput, ParameterDefinition, ParameterValues } from "@/lib/queries/schemas";
import { sharingFields, type Visibility } from "@/lib/sharing/schemas";
import { RangeChoice } from "@/lib/time/range-choice";

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

/** Made by the browser for new widgets, tabs and sections. */
const key = z.string().regex(/^[a-z0-9-]{1,40}$/);

const RefreshSeconds = z
  .int()
  .min(10, "Read anew every 10 seconds at the most.")
  .max(86_400, "Read anew once a day at the least.")
  .nullable()
  .default(null);

/** What a dashboard's filter reaches in one widget: a parameter of its query, a column of its rows, or nothing. */
export const FilterBinding = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("parameter"), name: z.string().max(130) }),
  z.object({ kind: z.literal("column"), name: z.string().max(200) }),
  z.object({ kind: z.literal("none") }),
]);
export type FilterBinding = z.infer<typeof FilterBinding>;

export const WidgetOptions = z.object({
  /** By the name of the filter. One left out reaches the parameter of its name, else the column of its name. */
  bindings: z.record(z.string(), FilterBinding).default({}),
  /** null follows the dashboard. */
  refreshSeconds: RefreshSeconds,
  /** Where a point of the figure leads on to: another dashboard, with the point as its filter of this name. */
  link: z
    .object({
      dashboardId: z.uuid("Choose a dashboard."),
      filter: z.string().max(130).default(""),
      /** Empty says it in general words. */
      label: z.string().trim().max(60, "The words of a link have at most 60 characters.").default(""),
    })
    .nullable()
    .default(null),
  /** Where widgets stand in one column: left out there, or as many rows high. */
  phone: z
    .object({ hidden: z.boolean().default(false), h: z.int().min(1).max(100).nullable().default(null) })
    .default({ hidden: false, h: null }),
});
export type WidgetOptions = z.infer<typeof WidgetOptions>;

const WidgetFields = z.object({
  /** Stable within the dashboard. */
  key,
  /** null for what needs no rows. */
  queryId: z.uuid("Choose a query.").nullable(),
  visual: WidgetSpec,
  parameters: ParameterValues.default({}),
  /** Whose grid `layout` is a place of. */
  section: key.default(MAIN_SECTION),
  layout: WidgetLayout,
  options: WidgetOptions.default(WidgetOptions.parse({})),
});
export const WidgetInput = WidgetFields.refine(
  ({ queryId, visual }) => queryId !== null || !needsQuery(visual),
  { message: "Choose a query.", path: ["queryId"] },
).refine(({ queryId, visual }) => queryId === null || needsQuery(visual), {
  message: "What is not drawn from rows has no query.",
  path: ["queryId"],
});
export type WidgetInput = z.input<typeof WidgetInput>;

const name = z.string().trim().min(1, "Give it a name.").max(120, "A name has at most 120 characters.");
const description = z.string().trim().max(2000, "A description has at most 2,000 characters.").default("");

export const Comparison = z.enum(["none", "previous_period", "previous_year"]);
export type Comparison = z.infer<typeof Comparison>;

/**
 * A filter of the dashboard: typed, listed and defaulted like a parameter of a query, whose lists may cascade.
 * Which widgets follow it is said by their `bindings`.
 */
export const DashboardFilter = ParameterDefinition.extend({
  isRequired: z.boolean().default(false),
  /** Readers see its value and cannot change it. */
  isLocked: z.boolean().default(false),
});
export type DashboardFilter = z.infer<typeof DashboardFilter>;

export const DashboardFilters = z.object({
  range: RangeChoice.default({ kind: "relative", name: "last_30_days" }),
  isRangeLocked: z.boolean().default(false),
  /** `none` leaves each number to its own comparison. */
  comparison: Comparison.default("none"),
  fields: z
    .array(DashboardFilter)
    .max(20, "A dashboard has at most 20 filters.")
    .refine(
      (list) => new Set(list.map((filter) => filter.name)).size === list.length,
      "Two filters have the same name.",
    )
    .default([]),
});
export type DashboardFilters = z.infer<typeof DashboardFilters>;

/** One grid of widgets; `name` is empty for one that needs no heading. */
export const DashboardSection = z.object({
  key,
  name: z.string().trim().max(80, "A section's name has at most 80 characters.").default(""),
  isCollapsed: z.boolean().default(false),
});
export type DashboardSection = z.infer<typeof DashboardSection>;
export const DashboardTab = z.object({
  key,
  name: z.string().trim().max(40, "A tab's name has at most 40 characters.").default(""),
  sections: z.array(DashboardSection).min(1).max(20, "A tab has at most 20 sections."),
});
export type DashboardTab = z.infer<typeof DashboardTab>;

const ONE_PAGE = [
  { key: MAIN_SECTION, name: "", sections: [{ key: MAIN_SECTION, name: "", isCollapsed: false }] },
];

const hasDistinctKeys = (tabs: readonly DashboardTab[]) => {
  const sections = tabs.flatMap((tab) => tab.sections.map((section) => section.key));
  return (
    new Set(sections).size === sections.length && new Set(tabs.map((tab) => tab.key)).size === tabs.length
  );
};

export const DashboardSettings = z.object({
  /** A dashboard of one tab shows no tabs. */
  tabs: z
    .array(DashboardTab)
    .min(1)
    .max(20, "A dashboard has at most 20 tabs.")
    .refine(hasDistinctKeys, "Two tabs or sections have the same key.")
    .default(ONE_PAGE),
  refreshSeconds: RefreshSeconds,
});
export type DashboardSettings = z.infer<typeof DashboardSettings>;

/** A click on a figure: rows of other widgets that hold this value in this column, or nothing else, are shown. */
export const CrossFilter = z.object({
  /** Of the widget clicked, which itself keeps showing everything. */
  widgetKey: key,
  column: z.string().max(200),
  value: z.union([z.string().max(2000), z.number(), z.boolean(), z.null()]),
  /** As it was printed. */
  label: z.string().max(300),
});
export type CrossFilter = z.infer<typeof CrossFilter>;

/** What one reader looks at: kept in the address, so that a link shows another person the same. */
export const DashboardView = z.object({
  range: RangeChoice,
  comparison: Comparison.default("none"),
  /** By the name of the filter; one left out has its default. */
  values: ParameterValues.default({}),
  cross: z.array(CrossFilter).max(MAX_CROSS_FILTERS).default([]),
});
export type DashboardView = z.infer<typeof DashboardView>;

/** What it is for; SYSTEM is changed by admins alone. */
export const DashboardType = z.enum(["PERSONAL", "DEPARTMENT", "EXECUTIVE", "SYSTEM"]);
export type DashboardType = z.infer<typeof DashboardType>;

export const DashboardTags = z
  .array(z.string().trim().min(1).max(40, "A tag has at most 40 characters."))
  .max(20, "A dashboard has at most 20 tags.");

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

/** Widgets may only stand on sections that there are. */
const onKnownSections = ({
  settings,
  widgets: list,
}: {
  settings: DashboardSettings;
  widgets: WidgetDto[];
}) => {
  const known = new Set(settings.tabs.flatMap((tab) => tab.sections.map((section) => section.key)));
  return list.every((widget) => known.has(widget.section));
};
const LOST_WIDGET = {
  message: "A widget stands on a section that does not exist. Move it to another, or add the section.",
  path: ["widgets"],
};
const defaultFilters = DashboardFilters.parse({});
const defaultSettings = DashboardSettings.parse({});

export const CreateDashboardInput = z
  .object({
    name,
    description,
    type: DashboardType.default("PERSONAL"),
    tags: DashboardTags.default([]),
    ...sharingFields,
    filters: DashboardFilters.default(defaultFilters),
    settings: DashboardSettings.default(defaultSettings),
    widgets: widgets.default([]),
  })
  .refine(onKnownSections, LOST_WIDGET);
export type CreateDashboardInput = z.input<typeof CreateDashboardInput>;
export const SaveDashboardInput = z
  .object({
    dashboardId: z.uuid(),
    /** The version that was edited; a newer one on the server is a conflict, never overwritten. */
    expectedVersion: z.number().int(),
    name,
    description,
    /** Left out, they stay as they are. */
    type: DashboardType.optional(),
    tags: DashboardTags.optional(),
    /** What was changed and why, for the list of versions. */
    note: z.string().trim().max(500, "A note has at most 500 characters.").default(""),
    filters: DashboardFilters,
    settings: DashboardSettings,
    /** The whole set: widgets are matched by key, those not named are removed. */
    widgets,
  })
  .refine(onKnownSections, LOST_WIDGET);
export type SaveDashboardInput = z.input<typeof SaveDashboardInput>;
export const DashboardIdInput = z.object({ dashboardId: z.uuid() });
export type DashboardIdInput = z.input<typeof DashboardIdInput>;

export type WidgetDto = z.output<typeof WidgetInput>;
/** One that is drawn from the rows of its query. */
export type FigureWidget = WidgetDto & { queryId: string; visual: VisualSpec };
export type ContentWidget = WidgetDto & { queryId: null; visual: ContentSpec };

export type DashboardAccess = { edit: boolean; manage: boolean };
export type DashboardSummary = {
  id: string;
  publicId: string;
  name: string;
  description: string;
  type: DashboardType;
  tags: string[];
  visibility: Visibility;
  departmentId: string | null;
  jobRoles: string[];
  /** Every editor who sees it by its visibility may edit it. */
  isOpenToEditors: boolean;
  ownerId: string | null;
  ownerName: string | null;
  widgetCount: number;
  /** Public links that open it now, for those who may edit it; 0 for others. */
  activeLinkCount: number;
  usageCount: number;
  /** ISO 8601; null when nobody has opened it yet. */
  lastUsedAt: string | null;
  /** Of the person who asks. */
  isFavourite: boolean;
  /** ISO 8601; null when the person who asks has not opened it yet. */
  openedAt: string | null;
  /** What the person who asks may do: `manage` is to share it, to delete it and to give it away. */
  access: DashboardAccess;
  /** ISO 8601: the last change or opening, whichever came later. */
  updatedAt: string;
};
export type DeletedDashboard = DashboardSummary & {
  /** ISO 8601 */
  deletedAt: string;
  /** null when that is not known. */
  deletedByName: string | null;
};
export type DashboardDto = Omit<DashboardSummary, "widgetCount" | "activeLinkCount"> & {
  version: number;
  filters: DashboardFilters;
  settings: DashboardSettings;
  widgets: WidgetDto[];
};

/** Which query a figure is to be made of. */
export const FigureColumnsInput = FigureInput.omit({ visual: true });
export type FigureColumnsInput = z.input<typeof FigureColumnsInput>;
export type FigureColumns = {
  columns: ResultColumn[];
  /** A first figure that fits the rows. */
  suggestion: VisualSpec;
};
