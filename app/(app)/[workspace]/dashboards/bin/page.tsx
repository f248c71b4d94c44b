import type { Metadata } from "next";
import { DeletedDashboards } from "@/components/dashboards/library/deleted-dashboards";
import { PageBody } from "@/components/layout/page-body";
import { PageHeader } from "@/components/layout/page-header";
import { pageContext, pageData } from "@/lib/auth";
import { listDeletedDashboards } from "@/lib/dashboards";
import { restoreDashboard } from "../actions";

export const metadata: Metadata = { title: "Deleted dashboards" };

type PageProps = { params: Promise<{ workspace: string }> };

export default async function DashboardBinPage({ params }: PageProps) {
  const ctx = await pageContext(params, "/dashboards/bin");
  const dashboards = await pageData(() => listDeletedDashboards(ctx));
  const { slug, zone, locale } = ctx.workspace;
  return (
    <>
      <PageHeader
        title="Bin"
        description="Deleted dashboards, with the way back."
        breadcrumbs={[{ label: "Dashboards", href: `/${slug}/dashboards` }]}
      />
      <PageBody>
        <DeletedDashboards
          slug={slug}
          place={{ zone, locale }}
          now={ctx.now().toISOString()}
          dashboards={dashboards}
          restore={restoreDashboard.bind(null, slug)}
        />
      </PageBody>
    </>
  );
}
