import type { z } from "zod";
import type { DashboardDto } from "@/lib/dashboards/schemas";
import type { DashboardFromTemplateInput } from "@/lib/dashboards/templates/schemas";
import type {
  DashboardFromWorkspaceTemplateInput,
  RenameWorkspaceTemplateInput,
  SaveAsTemplateInput,
  WorkspaceTemplateDto,
  WorkspaceTemplateIdInput,
} from "@/lib/dashboards/workspace-templates/schemas";
import type { ServerAction } from "@/lib/http/action-result";

export type CreateFromTemplate = ServerAction<DashboardFromTemplateInput, DashboardDto>;
export type SaveAsTemplate = ServerAction<z.input<typeof SaveAsTemplateInput>, WorkspaceTemplateDto>;

/** Server actions of the templates that a workspace keeps. */
export type WorkspaceTemplateActions = {
  use: ServerAction<DashboardFromWorkspaceTemplateInput, DashboardDto>;
  rename: ServerAction<
    z.input<typeof RenameWorkspaceTemplateInput>,
    { id: string; name: string; description: string }
  >;
  remove: ServerAction<z.input<typeof WorkspaceTemplateIdInput>, { id: string; name: string }>;
};
