import type { DashboardDto, DashboardView } from "@/lib/dashboards/schemas";
import { getDashboard } from "@/lib/dashboards/get-dashboard";
import { type ViewParams, viewFromParams } from "@/lib/dashboards/view/view-params";
import { withTransaction } from "@/lib/db";
import { isPass } from "./link-pass";
import { idleLocks, lockFilters } from "./lock-filters";
import { type LinkAddress, linkGone, openLink, type OpenLink, orLinkGone, type Visit } from "./open-link";
import { firstPublicAnswers } from "./public-answers";
import { toPublicDashboard } from "./public-dashboard";
import type { PublicPage } from "./schemas";

export type PublicVisit = Visit & {
  /** What the browser shows for a password that was given before. */
  pass?: string;
};

type Shown = { link: OpenLink; dashboard: DashboardDto };

/**
 * What an address shows now, first figures included; `password` when one is asked for first. Each call is one opening,
 * and is counted. Throws AppError `link_invalid`.
 */
export async function openPublicPage(
  address: LinkAddress,
  visit: PublicVisit,
  { params, limitMs }: { params: ViewParams; limitMs: number },
): Promise<PublicPage | "password"> {
  const shown = await enter(address, visit);
  if (shown === "password") return shown;
  const { link, dashboard } = shown;
  const view: DashboardView = viewFromParams(params, dashboard.filters);
  const [data] = await Promise.all([firstPublicAnswers(shown, view, limitMs), countView(link)]);
  const { name, zone, locale, weekStartsOn } = link.ctx.workspace;
  return {
    publisher: name,
    place: { zone, locale, weekStartsOn },
    dashboard: toPublicDashboard(dashboard, link.linkId),
    first: { view, data },
    now: link.ctx.now().toISOString(),
  };
}

/** Past the password, with the filters held that the address holds. Throws AppError `link_invalid`. */
export async function enter(address: LinkAddress, visit: PublicVisit): Promise<Shown | "password"> {
  const link = await openLink(address, visit);
  if (link.passwordHash !== null && !isPass(visit.pass, link.linkId, visit.now())) return "password";
  const dashboard = await orLinkGone(getDashboard(link.ctx, { dashboardId: link.dashboardId }));
  // A filter that is gone would let everything through.
  if (idleLocks(dashboard.filters, link.locked).length > 0) throw linkGone();
  return { link, dashboard: { ...dashboard, filters: lockFilters(dashboard.filters, link.locked) } };
}

async function countView({ ctx, linkId }: OpenLink): Promise<void> {
  await withTransaction(ctx, (tx) =>
    tx.publicLink.updateMany({
      where: { id: linkId, workspaceId: ctx.workspace.id },
      data: { views: { increment: 1 }, lastViewedAt: ctx.now() },
    }),
  );
}
