/** Inputs and DTOs of dashboards that a workspace keeps as templates. Client-safe. */
import { z } from "zod";
import type { ColumnType } from "@/lib/charts/types";
import { DashboardFilters, DashboardSettings, WidgetInput } from "@/lib/dashboards/schemas";
import type { PreviewWidget } from "@/lib/dashboards/templates/schemas";

/** What is kept of a dashboard: how it is arranged and what it asks, not its rows. */
export const TemplateDocument = z.object({
  schemaVersion: z.literal(1),
  filters: DashboardFilters,
  settings: DashboardSettings,
  widgets: z.array(WidgetInput),
});
export type TemplateDocument = z.infer<typeof TemplateDocument>;

const name = z.string().trim().min(1, "Give it a name.").max(120, "A name has at most 120 characters.");
const description = z.string().trim().max(2000, "A description has at most 2,000 characters.").default("");

export const SaveAsTemplateInput = z.object({ dashboardId: z.uuid(), name, description });
export const WorkspaceTemplateIdInput = z.object({ templateId: z.uuid() });
export const RenameWorkspaceTemplateInput = z.object({ templateId: z.uuid(), name, description });

/** What becomes of one query of a template. */
export const QueryChoice = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("kept") }),
  z.object({
    kind: z.literal("replaced"),
    queryId: z.uuid("Choose a query."),
    /** By the template's names; one left out has the same name in the other query. */
    columns: z.record(z.string(), z.string().min(1, "Choose a column.").max(200)),
  }),
  z.object({ kind: z.literal("empty") }),
]);
export type QueryChoice = z.infer<typeof QueryChoice>;

const chosen = {
  templateId: z.uuid(),
  /** By slot; one left out is kept where the person sees the query, and empty where not. */
  queries: z.record(z.string().max(10), QueryChoice).default({}),
};
export const PreviewWorkspaceTemplateInput = z.object({
  ...chosen,
  /** The key of the tab that is looked at; the first one when left out. */
  tab: z.string().max(60).optional(),
});
export type PreviewWorkspaceTemplateInput = z.input<typeof PreviewWorkspaceTemplateInput>;
export const DashboardFromWorkspaceTemplateInput = z.object({ ...chosen, name });
export type DashboardFromWorkspaceTemplateInput = z.input<typeof DashboardFromWorkspaceTemplateInput>;

/** A query that a template is drawn from: to be kept, replaced or left empty. */
export type QuerySlot = {
  slot: string;
  /** null for one that is gone, or that the person who asks does not see. */
  query: { id: string; name: string } | null;
  /** What its figures need, and of which types. */
  columns: { name: string; types: readonly ColumnType[] }[];
  /** Titles of the figures, and names of the filters, that are made of it. */
  usedBy: string[];
};

export type WorkspaceTemplateDto = {
  id: string;
  name: string;
  description: string;
  /** null when the author is gone. */
  authorName: string | null;
  /** Whether the person who asks may rename and delete it. */
  mayManage: boolean;
  queries: QuerySlot[];
  /** In their order, and how each is arranged, without figures. */
  tabs: { key: string; name: string; outline: PreviewWidget[] }[];
};
