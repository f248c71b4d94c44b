import { requirePermission } from "@/lib/access";
import type { RequestContext } from "@/lib/context";
import { getDashboard } from "@/lib/dashboards";
import type { DashboardDto } from "@/lib/dashboards/schemas";
import { withTransaction } from "@/lib/db";
import { NotFoundError } from "@/lib/errors";
import { roomOf } from "@/lib/storage";

import { exportFileName } from "@/lib/exports/file-name";
import { openExport, requirePerson } from "@/lib/exports/open-export";
import { DashboardExportRequest, type ExportDto, RequestDashboardExportInput } from "@/lib/exports/schemas";

/**
 * Asks for a dashboard, or some of its widgets, as a file with the reader's view. It is made in the background and goes
 * on when the page is closed. Throws NotFoundError for a dashboard or widget one may not see, AppError limit_reached.
 */
export async function requestDashboardExport(
  ctx: RequestContext,
  input: RequestDashboardExportInput,
): Promise<ExportDto> {
  requirePermission(ctx, "dashboard:export");
  const { dashboardId, format, view, widgetKeys } = RequestDashboardExportInput.parse(input);
  const userId = requirePerson(ctx);
  const dashboard = await getDashboard(ctx, { dashboardId });
  const known = new Set(dashboard.widgets.map(({ key }) => key));
  if (known.size === 0 || widgetKeys?.some((key) => !known.has(key))) throw new NotFoundError("widget");
  const name = nameOf(dashboard, widgetKeys);
  (await roomOf(ctx)).require();

  return withTransaction(ctx, (tx) =>
    openExport(tx, ctx, userId, {
      dashboardId: dashboard.id,
      name,
      format,
      fileName: exportFileName(name, format, ctx.now()),
      request: DashboardExportRequest.parse({ view, widgetKeys: widgetKeys ?? null }),
    }),
  );
}

function nameOf({ name, widgets }: DashboardDto, widgetKeys: readonly string[] | undefined): string {
  if (widgetKeys?.length !== 1) return name;
  const title = widgets.find(({ key }) => key === widgetKeys[0])?.visual.title;
  return title ? `${name}: ${title}` : name;
}
