import type { Metadata } from "next";
import { StartList } from "@/components/dashboards/starts/start-list";
import { PageBody } from "@/components/layout/page-body";
import { PageHeader } from "@/components/layout/page-header";
import { pageContext, pageData } from "@/lib/auth";
import { listDashboards, listDashboardStarts } from "@/lib/dashboards";
import { clearDashboardStart, setDashboardStart } from "../actions";

export const metadata: Metadata = { title: "First dashboards" };

type PageProps = { params: Promise<{ workspace: string }> };

export default async function FirstDashboardsPage({ params }: PageProps) {
  const ctx = await pageContext(params, "/dashboards/first");
  const [starts, dashboards] = await pageData(() =>
    Promise.all([listDashboardStarts(ctx), listDashboards(ctx)]),
  );
  const { slug } = ctx.workspace;
  return (
    <>
      <PageHeader
        title="First dashboards"
        description="What people see first: after signing in, and on top of their home page."
        breadcrumbs={[{ label: "Dashboards", href: `/${slug}/dashboards` }]}
      />
      <PageBody>
        <StartList
          slug={slug}
          starts={starts}
          dashboards={dashboards
            .map(({ id, name }) => ({ id, name }))
            .toSorted((a, b) => a.name.localeCompare(b.name))}
          actions={{
            set: setDashboardStart.bind(null, slug),
            clear: clearDashboardStart.bind(null, slug),
          }}
        />
      </PageBody>
    </>
  );
}
