import { WidgetSpec } from "@/lib/charts/spec";
import type { RequestContext } from "@/lib/context";
import type { Tx } from "@/lib/db";
import { ParameterValues } from "@/lib/queries/schemas";
import { Visibility } from "@/lib/sharing/schemas";
import { type DashboardRow, type WidgetRow, widgetColumns } from "./find-dashboard";
import { inReadingOrder } from "./layout";
import {
  type DashboardAccess,
  type DashboardDto,
  DashboardFilters,
  DashboardSettings,
  type DashboardSummary,
  DashboardType,
  type WidgetDto,
  WidgetOptions,
} from "./schemas";
import { accessTo } from "./sharing/access";

/** The dashboard with its widgets in reading order. */
export async function loadDashboardDto(
  tx: Tx,
  ctx: RequestContext,
  row: DashboardRow,
): Promise<DashboardDto> {
  const widgets = await tx.widget.findMany({
    where: { workspaceId: ctx.workspace.id, dashboardId: row.id },
    select: widgetColumns,
  });
  const owners = await ownerNames(tx, ctx, [row]);
  return {
    ...serializeBase(row, owners, await accessTo(tx, ctx, row)),
    version: row.version,
    filters: DashboardFilters.parse(row.filters),
    settings: DashboardSettings.parse(row.settings),
    widgets: inReadingOrder(widgets.map(serializeWidget)),
  };
}

export function serializeSummary(
  row: DashboardRow,
  owners: ReadonlyMap<string, string>,
  access: DashboardAccess,
  count: { widgets: number; publicLinks: number },
): DashboardSummary {
  return {
    ...serializeBase(row, owners, access),
    widgetCount: count.widgets,
    activeLinkCount: access.edit ? count.publicLinks : 0,
  };
}

/** What the audit log keeps: the dashboard, not what it is to whoever changed it. */
export function withoutReader<T extends DashboardSummary | DashboardDto>(
  dashboard: T,
): Omit<T, "access" | "isFavourite" | "openedAt"> {
  const { access: _access, isFavourite: _isFavourite, openedAt: _openedAt, ...itself } = dashboard;
  return itself;
}

export function serializeWidget(row: WidgetRow): WidgetDto {
  return {
    key: row.key,
    queryId: row.queryId,
    visual: WidgetSpec.parse(row.visual),
    parameters: ParameterValues.parse(row.parameters),
    section: row.section,
    layout: { x: row.x, y: row.y, w: row.w, h: row.h },
    options: WidgetOptions.parse(row.options),
  };
}

/** Names by user id, of people of this workspace only. */
export async function ownerNames(
  tx: Tx,
  ctx: RequestContext,
  rows: readonly Pick<DashboardRow, "ownerId">[],
): Promise<ReadonlyMap<string, string>> {
  const ids = [...new Set(rows.flatMap((row) => row.ownerId ?? []))];
  const users = await tx.user.findMany({
    where: { id: { in: ids }, memberships: { some: { workspaceId: ctx.workspace.id } } },
    select: { id: true, name: true },
  });
  return new Map(users.map((user) => [user.id, user.name]));
}

function serializeBase(row: DashboardRow, owners: ReadonlyMap<string, string>, access: DashboardAccess) {
  const [reader] = row.readers;
  return {
    id: row.id,
    publicId: row.publicId,
    name: row.name,
    description: row.description,
    type: DashboardType.parse(row.type),
    tags: row.tags,
    visibility: Visibility.parse(row.visibility),
    departmentId: row.departmentId,
    jobRoles: row.jobRoles,
    isOpenToEditors: row.isOpenToEditors,
    ownerId: row.ownerId,
    ownerName: (row.ownerId && owners.get(row.ownerId)) || null,
    usageCount: row.usageCount,
    lastUsedAt: row.lastUsedAt?.toISOString() ?? null,
    isFavourite: reader?.isFavourite ?? false,
    openedAt: reader?.lastOpenedAt?.toISOString() ?? null,
    access,
    updatedAt: row.updatedAt.toISOString(),
  };
}
