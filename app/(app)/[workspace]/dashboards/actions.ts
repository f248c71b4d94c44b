"use server";

import * as dashboards from "@/lib/dashboards";
import { CreateDashboardInput, DashboardIdInput, SaveDashboardInput } from "@/lib/dashboards/schemas";
import { action } from "@/lib/http/action";

export const createDashboard = action(CreateDashboardInput, dashboards.createDashboard);
export const saveDashboard = action(SaveDashboardInput, dashboards.saveDashboard);
export const deleteDashboard = action(DashboardIdInput, dashboards.deleteDashboard);
export const restoreDashboard = action(DashboardIdInput, dashboards.restoreDashboard);
