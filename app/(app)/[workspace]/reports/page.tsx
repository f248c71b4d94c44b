import type { Metadata } from "next";
import { PageBody } from "@/components/layout/page-body";
import { PageHeader } from "@/components/layout/page-header";
import { NewReportButton, ReportList } from "@/components/reports/report-list";
import { may } from "@/lib/access";
import { pageContext, pageData } from "@/lib/auth";
import { listReports } from "@/lib/reports";

export const metadata: Metadata = { title: "Reports" };

type PageProps = { params: Promise<{ workspace: string }> };

export default async function ReportsPage({ params }: PageProps) {
  const ctx = await pageContext(params, "/reports");
  const reports = await pageData(() => listReports(ctx));
  const { slug, zone } = ctx.workspace;
  const mayCreate = may(ctx, "report:create");
  return (
    <>
      <PageHeader
        title="Reports"
        description="Documents built from your queries, sent on a schedule or read here."
        action={mayCreate && reports.length > 0 ? <NewReportButton slug={slug} /> : undefined}
      />
      <PageBody>
        <ReportList
          slug={slug}
          zone={zone}
          now={ctx.now().toISOString()}
          reports={reports}
          mayCreate={mayCreate}
        />
      </PageBody>
    </>
  );
}
