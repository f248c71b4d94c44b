import type { Metadata } from "next";
import { ReportEditor } from "@/components/reports/report-editor";
import { ReportReader } from "@/components/reports/report-reader";
import { may } from "@/lib/access";
import { pageContext, pageData } from "@/lib/auth";
import { listQueries } from "@/lib/queries";
import { getReport, periodText, prepareReport } from "@/lib/reports";
import { deleteReport, publishReport, restoreReportVersion, saveReportDraft } from "../actions";

type PageProps = { params: Promise<{ workspace: string; reportId: string }> };

export const metadata: Metadata = { title: "Report" };

export default async function ReportPage({ params }: PageProps) {
  const { reportId } = await params;
  const ctx = await pageContext(params, `/reports/${reportId}`);
  const report = await pageData(() => getReport(ctx, { reportId }));
  const { slug, name: workspaceName, zone, locale } = ctx.workspace;
  if (!may(ctx, "report:update")) {
    const { document } = await pageData(() => prepareReport(ctx, { reportId }));
    return <ReportReader slug={slug} report={report} document={document} />;
  }
  const actions = {
    save: saveReportDraft.bind(null, slug),
    publish: publishReport.bind(null, slug),
    restore: restoreReportVersion.bind(null, slug),
    remove: deleteReport.bind(null, slug),
  };
  return (
    <ReportEditor
      slug={slug}
      workspaceName={workspaceName}
      zone={zone}
      locale={locale}
      report={report}
      period={periodText(ctx, report.draft.range)}
      queries={await pageData(() => listQueries(ctx))}
      actions={actions}
    />
  );
}
