/** Inputs of what a dashboard is to one person. Client-safe. */
import { z } from "zod";
import { DashboardView } from "@/lib/dashboards/schemas";

export const SetFavouriteDashboardInput = z.object({ dashboardId: z.uuid(), isFavourite: z.boolean() });
export const DefaultViewIdInput = z.object({ dashboardId: z.uuid() });
export const SaveDefaultViewInput = z.object({ dashboardId: z.uuid(), view: DashboardView });
