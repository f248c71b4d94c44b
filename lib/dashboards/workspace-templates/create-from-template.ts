import { requirePermission } from "@/lib/access";
import type { RequestContext } from "@/lib/context";
import { insertDashboard } from "@/lib/dashboards/create-dashboard";
import { CreateDashboardInput, type DashboardDto } from "@/lib/dashboards/schemas";
import { withTransaction } from "@/lib/db";
import { fillChosen } from "./chosen-template";
import { DashboardFromWorkspaceTemplateInput } from "./schemas";

/**
 * Makes a dashboard of one's own of a template, shared with nobody yet. Throws NotFoundError, InvalidInputError beside
 * the slot whose query is not there, ConflictError when the name is taken.
 */
export async function createFromWorkspaceTemplate(
  ctx: RequestContext,
  input: DashboardFromWorkspaceTemplateInput,
): Promise<DashboardDto> {
  requirePermission(ctx, "dashboard:create");
  const chosen = DashboardFromWorkspaceTemplateInput.parse(input);
  const { template, filled } = await fillChosen(ctx, chosen);
  const { name } = chosen;
  const { description } = template;
  const dashboard = CreateDashboardInput.parse({ name, description, visibility: "PRIVATE", ...filled });
  return withTransaction(ctx, (tx) => insertDashboard(tx, ctx, dashboard));
}
