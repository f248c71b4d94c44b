import type { z } from "zod";
import { requirePermission } from "@/lib/access";
import type { RequestContext } from "@/lib/context";
import { getDashboard } from "@/lib/dashboards";
import { ConflictError } from "@/lib/errors";
import { insertReport } from "./create-report";
import { documentFromDashboard } from "./document-from-dashboard";
import { CreateReportFromDashboardInput, type ReportDto } from "./schemas";

const MAX_NAME = 120;
const MAX_TRIES = 20;

/** A report with the dashboard's figures in reading order, over the dashboard's period. A taken name gets a number. */
export async function createReportFromDashboard(
  ctx: RequestContext,
  input: z.input<typeof CreateReportFromDashboardInput>,
): Promise<ReportDto> {
  requirePermission(ctx, "report:create");
  const { dashboardId, name } = CreateReportFromDashboardInput.parse(input);
  const dashboard = await getDashboard(ctx, { dashboardId });
  const document = documentFromDashboard(dashboard);
  const base = { description: dashboard.description, document, sourceDashboardId: dashboard.id };
  if (name) return insertReport(ctx, { ...base, name });
  for (let number = 1; ; number += 1) {
    const suffix = number === 1 ? "" : ` ${number}`;
    try {
      return await insertReport(ctx, {
        ...base,
        name: dashboard.name.slice(0, MAX_NAME - suffix.length) + suffix,
      });
    } catch (error) {
      if (!(error instanceof ConflictError) || number === MAX_TRIES) throw error;
    }
  }
}
