"use client";

import { FileText } from "lucide-react";
import { errorBodyOf } from "@/components/figures/fetch-json";
import { useFigure } from "@/components/figures/queries";
import type { VisualFormValue } from "@/components/figures/visual-form";
import { EmptyState } from "@/components/ui/empty-state";
import { ErrorState } from "@/components/ui/error-state";
import { Skeleton } from "@/components/ui/skeleton";
import { isChart } from "@/lib/charts/kinds";
import { pictureAddress } from "@/lib/charts/prepare-content";
import { PAGE_COLUMNS } from "@/lib/reports/document";
import type { ReportBlock } from "@/lib/reports/schemas";
import type { RangeChoice } from "@/lib/time/ranges";
import { cn } from "@/lib/utils/cn";
import { BLOCK_KINDS, blockTitle } from "./block-kinds";
import { Markdown } from "@/components/figures/markdown";
import { METRIC_ROW_CLASSES, PaperFigure, PaperSheet } from "./paper-sheet";

type PaperProps = {
  slug: string;
  workspaceName: string;
  title: string;
  period: string;
  range: RangeChoice;
  blocks: ReportBlock[];
  selectedId: string | null;
  /** Absent for readers: the page is then only looked at. */
  onSelect?: (id: string) => void;
};

/** The report as a page, with the same prepared figures as the PDF. */
export function Paper({
  slug,
  workspaceName,
  title,
  period,
  range,
  blocks,
  selectedId,
  onSelect,
}: PaperProps) {
  return (
    <PaperSheet workspaceName={workspaceName} title={title} period={period}>
      {blocks.length === 0 ? (
        <EmptyState
          size="card"
          headingLevel={3}
          icon={<FileText />}
          title="An empty page"
          description="Add a heading, a text or a figure from the list of blocks."
        />
      ) : (
        <div className="flex flex-col gap-5">
          {blocks.map((block) => (
            <PaperBlock
              key={block.id}
              slug={slug}
              range={range}
              block={block}
              selected={block.id === selectedId}
              onSelect={onSelect}
            />
          ))}
        </div>
      )}
    </PaperSheet>
  );
}

type PaperBlockProps = Pick<PaperProps, "slug" | "range" | "onSelect"> & {
  block: ReportBlock;
  selected: boolean;
};

function PaperBlock({ slug, range, block, selected, onSelect }: PaperBlockProps) {
  const content = <BlockContent slug={slug} range={range} block={block} />;
  if (!onSelect) return content;
  return (
    <div
      className={cn(
        "relative -mx-3 rounded-lg border px-3 py-2",
        selected ? "border-accent" : "border-transparent hover:border-rule",
      )}
    >
      <button
        type="button"
        aria-label={`Edit ${BLOCK_KINDS[block.kind].name.toLowerCase()}: ${blockTitle(block)}`}
        aria-pressed={selected}
        onClick={() => onSelect(block.id)}
        className={cn(
          "absolute -top-3 right-2 z-10 rounded-md border border-rule-strong bg-card px-2 py-0.5 text-xs text-ink-2 hover:bg-sunken",
          selected && "border-accent bg-accent text-accent-ink hover:bg-accent",
        )}
      >
        {BLOCK_KINDS[block.kind].name}
      </button>
      {content}
    </div>
  );
}

function BlockContent({ slug, range, block }: Pick<PaperBlockProps, "slug" | "range" | "block">) {
  switch (block.kind) {
    case "heading":
      return (
        <p className={cn("font-serif font-medium", block.level === 1 ? "text-xl" : "text-base")}>
          {block.text || <Placeholder>Heading</Placeholder>}
        </p>
      );
    case "text":
      return block.markdown.trim() === "" ? (
        <Placeholder>Text</Placeholder>
      ) : (
        <Markdown source={block.markdown} />
      );
    case "metrics":
      return (
        <div className={METRIC_ROW_CLASSES}>
          {block.items.map((item) => (
            <Figure key={item.id} slug={slug} range={range} value={item} />
          ))}
        </div>
      );
    case "chart":
    case "table":
      return (
        <section aria-label={blockTitle(block)}>
          <h3 className="mb-1 font-serif text-base font-medium">{block.visual.title}</h3>
          <Figure slug={slug} range={range} value={block} />
        </section>
      );
    case "image":
      return <Picture slug={slug} block={block} />;
    case "page_break":
      return (
        <p className="flex items-center gap-3 text-xs text-ink-2 before:h-px before:flex-1 before:bg-rule-strong after:h-px after:flex-1 after:bg-rule-strong">
          Page break
        </p>
      );
  }
}

/** As wide as on paper, where one of its pixels is one of the screen's at the most. */
function Picture({ slug, block }: { slug: string; block: Extract<ReportBlock, { kind: "image" }> }) {
  const { title, pictureId, alt, width } = block;
  return (
    <section aria-label={blockTitle(block)}>
      {title ? <h3 className="mb-1 font-serif text-base font-medium">{title}</h3> : null}
      {pictureId === "" ? (
        <Placeholder>Choose a picture</Placeholder>
      ) : (
        <img
          src={pictureAddress(pictureId, { workspace: slug })}
          alt={alt}
          className="max-h-120"
          style={{ maxWidth: `${(width / PAGE_COLUMNS) * 100}%` }}
        />
      )}
    </section>
  );
}

function Placeholder({ children }: { children: string }) {
  return <span className="text-ink-3">{children}</span>;
}

type FigureProps = { slug: string; range: RangeChoice; value: VisualFormValue };

function Figure({ slug, range, value }: FigureProps) {
  const figure = useFigure(slug, value, range);
  if (value.queryId === "")
    return (
      <p className="py-6 text-center text-13 text-ink-2">
        Choose a query for this {isChart(value.visual) ? "chart" : value.visual.kind}.
      </p>
    );
  if (figure.isError)
    return (
      <ErrorState
        size="card"
        headingLevel={3}
        error={errorBodyOf(figure.error)}
        onRetry={() => void figure.refetch()}
        retrying={figure.isFetching}
      />
    );
  if (!figure.data) return <Skeleton className={value.visual.kind === "metric" ? "h-20" : "h-64"} />;
  return <PaperFigure model={figure.data.model} />;
}
