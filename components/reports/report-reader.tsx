import { FileDown } from "lucide-react";
import { PageHeader } from "@/components/layout/page-header";
import { Button } from "@/components/ui/button";
import type { ReportDto } from "@/lib/reports/schemas";
import { Paper } from "./paper";

type ReportReaderProps = { slug: string; workspaceName: string; report: ReportDto; period: string };

/** The report for people who may read it but not change it. */
export function ReportReader({ slug, workspaceName, report, period }: ReportReaderProps) {
  return (
    <>
      <PageHeader
        title={report.name}
        description={report.description || undefined}
        breadcrumbs={[{ label: "Reports", href: `/${slug}/reports` }]}
        action={
          <Button asChild variant="primary">
            <a
              href={`/api/v1/reports/${report.id}/file?workspace=${encodeURIComponent(slug)}&format=PDF`}
              target="_blank"
              rel="noreferrer"
            >
              <FileDown aria-hidden />
              Open PDF
            </a>
          </Button>
        }
      />
      <div className="px-4 pt-5 pb-10 md:px-7">
        <Paper
          slug={slug}
          workspaceName={workspaceName}
          title={report.name}
          period={period}
          range={report.draft.range}
          blocks={report.draft.blocks}
          selectedId={null}
        />
      </div>
    </>
  );
}
