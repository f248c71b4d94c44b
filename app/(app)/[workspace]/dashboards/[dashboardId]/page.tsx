import type { Metadata } from "next";
import { headers } from "next/headers";
import { notFound, redirect } from "next/navigation";
import { after } from "next/server";
import { cache } from "react";
import { DashboardScreen } from "@/components/dashboards/dashboard-screen";
import { MakeReportButton } from "@/components/reports/make-report-button";
import { may } from "@/lib/access";
import { pageContext, pageData } from "@/lib/auth";
import {
  firstWidgetData,
  getDashboard,
  getDashboardDraft,
  getDefaultView,
  recordDashboardUse,
  viewFromParams,
  viewSearch,
  type ViewParams,
} from "@/lib/dashboards";
import type { RequestContext } from "@/lib/context";
import { type DashboardDto, DashboardIdInput, type DashboardView } from "@/lib/dashboards/schemas";
import { createReportFromDashboard } from "../../reports/actions";
import { boundActions } from "../bound-actions";

type PageProps = {
  params: Promise<{ workspace: string; dashboardId: string }>;
  searchParams: Promise<ViewParams>;
};

const FIRST_PAINT_LIMIT_MS = 1500;

/** Once for the title and the page. */
const load = cache(async (workspace: string, dashboardId: string) => {
  if (!DashboardIdInput.safeParse({ dashboardId }).success) notFound();
  const ctx = await pageContext(Promise.resolve({ workspace }), `/dashboards/${dashboardId}`);
  return { ctx, dashboard: await pageData(() => getDashboard(ctx, { dashboardId })) };
});

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const { workspace, dashboardId } = await params;
  return { title: (await load(workspace, dashboardId)).dashboard.name };
}

/** Where the address says nothing of the view, the person's own default is put into it, so that a link shows the same. */
function openOwnView(
  ctx: RequestContext,
  dashboard: DashboardDto,
  own: DashboardView,
  search: ViewParams,
): void {
  const wanted = viewSearch(own, dashboard.filters);
  if (wanted.size === 0) return;
  for (const [name, value] of Object.entries(search))
    for (const text of [value ?? []].flat()) if (!wanted.has(name)) wanted.append(name, text);
  redirect(`/${ctx.workspace.slug}/dashboards/${dashboard.id}?${wanted}`);
}

export default async function DashboardPage({ params, searchParams }: PageProps) {
  const { workspace, dashboardId } = await params;
  const { ctx, dashboard } = await load(workspace, dashboardId);
  const search = await searchParams;
  const isAnew = (await headers()).has("next-action");
  const view = viewFromParams(search, dashboard.filters);
  const [own, draft] = await Promise.all([
    getDefaultView(ctx, { dashboardId }),
    dashboard.access.edit ? getDashboardDraft(ctx, { dashboardId }) : null,
  ]);
  if (own && !isAnew && viewSearch(view, dashboard.filters).size === 0)
    openOwnView(ctx, dashboard, own, search);
  const data = await firstWidgetData(ctx, dashboard, {
    view,
    tab: [search.tab].flat()[0] ?? null,
    limitMs: FIRST_PAINT_LIMIT_MS,
  });
  // A page that is drawn anew after an action was not opened.
  if (!isAnew) after(() => recordDashboardUse(ctx, { dashboardId }));
  const { slug, zone, locale, weekStartsOn } = ctx.workspace;
  return (
    <DashboardScreen
      workspace={{ slug, zone, locale, weekStartsOn }}
      dashboard={dashboard}
      first={{ view, data }}
      now={ctx.now().toISOString()}
      can={{
        edit: dashboard.access.edit,
        create: may(ctx, "dashboard:create"),
        remove: dashboard.access.manage,
      }}
      actions={boundActions(slug)}
      userId={ctx.actor.kind === "user" ? ctx.actor.userId : ""}
      draft={draft}
      hasOwnView={own !== null}
      pageActions={
        may(ctx, "report:create") ? (
          <MakeReportButton
            key="make-report"
            slug={slug}
            dashboardId={dashboard.id}
            createReport={createReportFromDashboard.bind(null, slug)}
          />
        ) : undefined
      }
    />
  );
}
