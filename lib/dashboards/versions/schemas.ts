/** Inputs and DTOs of a dashboard's versions. Client-safe. */
import { z } from "zod";
import { DashboardFilters, DashboardSettings, WidgetInput } from "@/lib/dashboards/schemas";

/** What is published, and comes back by going back: not who sees it, and not whose it is. */
export const DashboardContent = z.object({
  name: z.string(),
  description: z.string(),
  filters: DashboardFilters,
  settings: DashboardSettings.default(DashboardSettings.parse({})),
  widgets: z.array(WidgetInput),
});
export type DashboardContent = z.infer<typeof DashboardContent>;

export const DashboardVersionsInput = z.object({ dashboardId: z.uuid() });
export const RestoreDashboardVersionInput = z.object({
  dashboardId: z.uuid(),
  number: z.int().min(1),
  /** The newest version that the person knows of: a later one is a conflict. */
  expectedVersion: z.int().min(1),
});

export type DashboardVersionDto = {
  number: number;
  note: string;
  /** Empty for one that the product made. */
  authorName: string;
  /** ISO 8601 */
  createdAt: string;
  document: DashboardContent;
};
