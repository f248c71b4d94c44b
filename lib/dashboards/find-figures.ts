import type { RequestContext } from "@/lib/context";
import type { Tx } from "@/lib/db";
import { widgetColumns } from "./find-dashboard";
import type { WidgetDto } from "./schemas";
import { serializeWidget } from "./serialize";

/** A widget as it was saved, with the member who vouched for its figure. It does not leave the server. */
export type StoredWidget = WidgetDto & { vouchedById: string | null };

/** The widgets of a dashboard that was found already, all of them or those of the given keys. */
export async function findFigures(
  tx: Tx,
  ctx: RequestContext,
  dashboardId: string,
  keys?: readonly string[],
): Promise<StoredWidget[]> {
  const rows = await tx.widget.findMany({
    where: { workspaceId: ctx.workspace.id, dashboardId, ...(keys ? { key: { in: [...keys] } } : {}) },
    select: { ...widgetColumns, vouchedById: true },
  });
  return rows.map((row) => ({ ...serializeWidget(row), vouchedById: row.vouchedById }));
}
