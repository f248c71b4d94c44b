import { FileDown } from "lucide-react";
import { PageHeader } from "@/components/layout/page-header";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import type { PreparedBlock, PreparedDocument } from "@/lib/reports/document";
import type { ReportDto } from "@/lib/reports/schemas";
import { cn } from "@/lib/utils/cn";
import { Markdown } from "@/components/figures/markdown";
import { METRIC_ROW_CLASSES, PaperFigure, PaperSheet } from "./paper-sheet";

type ReportReaderProps = { slug: string; report: ReportDto; document: PreparedDocument };

/** The report for people who may read it but not change it: prepared once, like the PDF. */
export function ReportReader({ slug, report, document }: ReportReaderProps) {
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
        <PaperSheet workspaceName={document.workspaceName} title={document.title} period={document.subtitle}>
          <div className="flex flex-col gap-5">
            {document.blocks.map((block) => (
              <ReadBlock key={block.id} block={block} />
            ))}
          </div>
          <p className="mt-8 text-xs text-ink-2">
            {document.versionLabel} · {document.asOfText}
          </p>
        </PaperSheet>
      </div>
    </>
  );
}

function ReadBlock({ block }: { block: PreparedBlock }) {
  switch (block.kind) {
    case "heading":
      return (
        <h3 className={cn("font-serif font-medium", block.level === 1 ? "text-xl" : "text-base")}>
          {block.text}
        </h3>
      );
    case "text":
      return <Markdown source={block.markdown} />;
    case "metrics":
      return (
        <div className={METRIC_ROW_CLASSES}>
          {block.items.map((model) => (
            <PaperFigure key={model.title} model={model} />
          ))}
        </div>
      );
    case "chart":
    case "table":
      return (
        <section aria-label={block.model.title}>
          <h4 className="mb-1 font-serif text-base font-medium">{block.model.title}</h4>
          <PaperFigure model={block.model} />
        </section>
      );
    case "picture":
      return (
        <section aria-label={block.title || block.alt}>
          {block.title ? <h4 className="mb-1 font-serif text-base font-medium">{block.title}</h4> : null}
          {block.picture ? (
            <img
              src={block.picture.src}
              alt={block.alt}
              className="max-h-120"
              style={{ maxWidth: `${block.share * 100}%` }}
            />
          ) : (
            <p>{block.alt}</p>
          )}
        </section>
      );
    case "page_break":
      return <hr />;
    case "error":
      return (
        <Callout tone="bad" title={block.title}>
          {block.message}
        </Callout>
      );
  }
}
