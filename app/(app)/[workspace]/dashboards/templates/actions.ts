"use server";

import * as dashboards from "@/lib/dashboards";
import { DashboardFromTemplateInput } from "@/lib/dashboards/templates/schemas";
import {
  DashboardFromWorkspaceTemplateInput,
  RenameWorkspaceTemplateInput,
  SaveAsTemplateInput,
  WorkspaceTemplateIdInput,
} from "@/lib/dashboards/workspace-templates/schemas";
import { action } from "@/lib/http/action";

export const createDashboardFromTemplate = action(
  DashboardFromTemplateInput,
  dashboards.createDashboardFromTemplate,
);
export const saveAsTemplate = action(SaveAsTemplateInput, dashboards.saveAsTemplate);
export const createFromWorkspaceTemplate = action(
  DashboardFromWorkspaceTemplateInput,
  dashboards.createFromWorkspaceTemplate,
);
export const renameWorkspaceTemplate = action(
  RenameWorkspaceTemplateInput,
  dashboards.renameWorkspaceTemplate,
);
export const deleteWorkspaceTemplate = action(WorkspaceTemplateIdInput, dashboards.deleteWorkspaceTemplate);
