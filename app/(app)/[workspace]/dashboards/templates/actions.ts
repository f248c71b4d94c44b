"use server";

import * as dashboards from "@/lib/dashboards";
import { DashboardFromTemplateInput } from "@/lib/dashboards/templates/schemas";
import { action } from "@/lib/http/action";

export const createDashboardFromTemplate = action(
  DashboardFromTemplateInput,
  dashboards.createDashboardFromTemplate,
);
