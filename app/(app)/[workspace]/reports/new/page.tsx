import type { Metadata } from "next";
import { PageBody } from "@/components/layout/page-body";
import { PageHeader } from "@/components/layout/page-header";
import { CreateReportForm } from "@/components/reports/create-report-form";
import { requirePermission } from "@/lib/access";
import { pageContext, pageData } from "@/lib/auth";
import { createReport } from "../actions";

export const metadata: Metadata = { title: "New report" };

type PageProps = { params: Promise<{ workspace: string }> };

export default async function NewReportPage({ params }: PageProps) {
  const ctx = await pageContext(params, "/reports/new");
  const { slug } = ctx.workspace;
  await pageData(async () => requirePermission(ctx, "report:create"));
  return (
    <>
      <PageHeader
        title="New report"
        description="It starts as a draft. To start from figures you already have, open a dashboard and choose “Make a report”."
        breadcrumbs={[{ label: "Reports", href: `/${slug}/reports` }]}
      />
      <PageBody>
        <CreateReportForm slug={slug} createReport={createReport.bind(null, slug)} />
      </PageBody>
    </>
  );
}
