import type { Place } from "@/components/figures/place";
import type { VariableValues } from "@/lib/charts/variables";
import type {
  CreateDashboardInput,
  DashboardDto,
  DashboardFilters,
  DashboardIdInput,
  DashboardView,
  SaveDashboardInput,
  WidgetDto,
} from "@/lib/dashboards/schemas";
import type { DayRange } from "@/lib/charts/zoom-range";
import type { OwnershipActions } from "./people/ownership-actions";
import type { ServerAction } from "@/lib/http/action-result";
import type { RequestExport } from "./exports/export-dialog";
import type { LinkActions } from "./links/link-types";
import type { SaveAsTemplate } from "./templates/template-types";

/** Server actions of the noun, bound to the workspace by the page. */
export type DashboardActions = {
  /** Sharing, history, and what a dashboard is to each person. */
  own: OwnershipActions;
  create: ServerAction<CreateDashboardInput, DashboardDto>;
  save: ServerAction<SaveDashboardInput, DashboardDto>;
  remove: ServerAction<DashboardIdInput, { id: string; name: string }>;
  restore: ServerAction<DashboardIdInput, DashboardDto>;
  saveAsTemplate: SaveAsTemplate;
  links: LinkActions;
  exportFile: RequestExport;
};

/** What every widget must know of the page it stands on. */
export type WidgetScene = {
  /** Slug. */
  workspace: string;
  dashboardId: string;
  /** Where figures are asked for by those who are not in the workspace; left out, by its API. */
  dataUrl?: string;
  /** The same for the lists that filters choose from. */
  optionsUrl?: string;
  /** The same for pictures. */
  picturesUrl?: string;
  /** What is looked at. */
  view: DashboardView;
  /** The dashboard's own, as the server has them; while it is edited, as they are to be. */
  filters: DashboardFilters;
  /** True while they are being changed: the server does not know them yet. */
  hasDraftFilters?: boolean;
  /** How often the widgets are read anew; null is never by itself. */
  refreshSeconds: number | null;
  /** What a reader's click may change; null while the dashboard is being edited. */
  reading: { setView: (view: DashboardView) => void; zoomIn: ((days: DayRange) => void) | null } | null;
  place: Place;
  /** What variables in titles and texts stand for. */
  variables: VariableValues;
  /** Widgets as the server has them, by key. */
  stored: ReadonlyMap<string, WidgetDto>;
  /** Opens the export of one figure; left out where there is none. */
  onExport?: (widget: { key: string; title: string }) => void;
};
