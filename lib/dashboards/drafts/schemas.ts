/** Inputs and DTOs of a person's draft of a dashboard. Client-safe. */
import { z } from "zod";
import {
  DashboardFilters,
  DashboardSettings,
  DashboardTags,
  DashboardType,
  WidgetInput,
} from "@/lib/dashboards/schemas";

/** Kept as it is, also while it could not be published: without a name, with two widgets on one another. */
export const DraftDocument = z.object({
  name: z.string().max(120),
  description: z.string().max(2000),
  type: DashboardType,
  tags: DashboardTags,
  filters: DashboardFilters,
  settings: DashboardSettings,
  widgets: z.array(WidgetInput).max(200),
});
export type DraftDocument = z.infer<typeof DraftDocument>;

export const DraftIdInput = z.object({ dashboardId: z.uuid() });
export const SaveDraftInput = z.object({
  dashboardId: z.uuid(),
  /** The dashboard's version that was changed. */
  baseVersion: z.int().min(1),
  /** The draft's revision that was changed; 0 when there was none. Another one on the server is a conflict. */
  expectedRevision: z.int().min(0),
  document: DraftDocument,
});
export type SaveDraftInput = z.input<typeof SaveDraftInput>;

export type DraftReceipt = { revision: number /** ISO 8601 */; savedAt: string };
export type StoredDraft = DraftReceipt & { baseVersion: number; document: DraftDocument };
