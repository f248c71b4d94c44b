import type { Metadata } from "next";
import { headers } from "next/headers";
import { notFound } from "next/navigation";
import { after } from "next/server";
import { cache } from "react";
import { DashboardScreen } from "@/components/dashboards/dashboard-screen";
import { MakeReportButton } from "@/components/reports/make-report-button";
import { may } from "@/lib/access";
import { pageContext, pageData } from "@/lib/auth";
import {
  firstWidgetData,
  getDashboard,
  recordDashboardUse,
  viewFromParams,
  type ViewParams,
} from "@/lib/dashboards";
import { DashboardIdInput } from "@/lib/dashboards/schemas";
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

export default async function DashboardPage({ params, searchParams }: PageProps) {
  const { workspace, dashboardId } = await params;
  const { ctx, dashboard } = await load(workspace, dashboardId);
  const search = await searchParams;
  const view = viewFromParams(search, dashboard.filters);
  const data = await firstWidgetData(ctx, dashboard, {
    view,
    tab: [search.tab].flat()[0] ?? null,
    limitMs: FIRST_PAINT_LIMIT_MS,
  });
  // A page that is drawn anew after an action was not opened.
  if (!(await headers()).has("next-action")) after(() => recordDashboardUse(ctx, { dashboardId }));
  const { slug, zone, locale, weekStartsOn } = ctx.workspace;
  return (
    <DashboardScreen
      workspace={{ slug, zone, locale, weekStartsOn }}
      dashboard={dashboard}
      first={{ view, data }}
      now={ctx.now().toISOString()}
      can={{
        edit: may(ctx, "dashboard:update"),
        create: may(ctx, "dashboard:create"),
        remove: may(ctx, "dashboard:delete"),
      }}
      actions={boundActions(slug)}
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
