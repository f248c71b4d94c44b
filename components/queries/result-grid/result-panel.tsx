"use client";

import { type ReactNode, useEffect, useRef, useTransition } from "react";
import { ChartFigure } from "@/components/charts/chart-figure";
import { MetricCard } from "@/components/charts/metric-card";
import { Callout } from "@/components/ui/callout";
import { Tabs, TabsContent, TabsList, TabsTrigger } from "@/components/ui/tabs";
import { formatDateTime } from "@/lib/format/dates";
import { formatDuration } from "@/lib/format/sizes";
import { formatNumber } from "@/lib/format/value";
import type { QueryPreview } from "@/lib/queries/schemas";
import { ColumnSummaries } from "./column-summaries";
import { ExplainPanel, type ExplainState } from "./explain-panel";
import { ResultGrid } from "./result-grid";
import type { Place } from "./shown-columns";

export type ResultTab = "table" | "chart" | "columns" | "explain";

type QueryResultPanelProps = {
  /** null before the first answer: then there is only the plan to show. */
  preview: QueryPreview | null;
  place: Place;
  /** True when the question was changed since. */
  isStale: boolean;
  /** Whether the person waits for it, who did not merely open the page. */
  isAwaited: boolean;
  tab: ResultTab;
  onTab: (tab: ResultTab) => void;
  /** Without it, there is only the answer to see. */
  explain?: ExplainState;
  /** What else can be done with the result, e.g. downloading it. */
  actions?: ReactNode;
};

/** An answer, however the question was made: its rows, a picture of them, what its columns hold, and how it came about. */
export function QueryResultPanel(props: QueryResultPanelProps) {
  const { preview, place, isStale, isAwaited, tab, onTab, explain, actions } = props;
  // Summaries of many rows are drawn column by column, and the page stays quick meanwhile.
  const [isTurning, startTurning] = useTransition();
  const shown = preview === null ? "explain" : tab;
  const heading = useRef<HTMLHeadingElement>(null);
  const asOf = preview?.asOf;
  // Outside system: the scroll position. An answer below the edge of the window looks like none.
  useEffect(() => {
    if (asOf && isAwaited) heading.current?.scrollIntoView({ block: "nearest" });
  }, [asOf, isAwaited]);
  return (
    <section aria-labelledby="result-heading" className="min-w-0 rounded-lg border bg-card">
      <div className="flex flex-wrap items-start justify-between gap-3 px-4 pt-4 pb-2">
        <div className="min-w-0">
          <h2 ref={heading} id="result-heading" className="scroll-mt-20 scroll-mb-72 font-serif text-lg">
            Result
          </h2>
          {preview ? <p className="text-xs text-ink-3">{summaryOf(preview, place)}</p> : null}
        </div>
        {preview && actions ? <div className="flex items-center gap-2">{actions}</div> : null}
      </div>
      {preview ? <ResultNotices preview={preview} place={place} isStale={isStale} /> : null}
      <Tabs
        value={shown}
        onValueChange={(next) => startTurning(() => onTab(next as ResultTab))}
        aria-busy={isTurning || undefined}
        className="px-4 pb-3"
      >
        <TabsList aria-label="Ways to see the result">
          {preview ? (
            <>
              <TabsTrigger value="table">Table</TabsTrigger>
              <TabsTrigger value="chart">Chart</TabsTrigger>
              <TabsTrigger value="columns">Columns</TabsTrigger>
            </>
          ) : null}
          {explain ? <TabsTrigger value="explain">Explain</TabsTrigger> : null}
        </TabsList>
        {preview ? <PreviewTabs preview={preview} place={place} /> : null}
        {explain ? (
          <TabsContent value="explain" className="pt-4">
            <ExplainPanel {...explain} />
          </TabsContent>
        ) : null}
      </Tabs>
    </section>
  );
}

function PreviewTabs({ preview, place }: { preview: QueryPreview; place: Place }) {
  const { columns, rows, figure } = preview;
  return (
    <>
      <TabsContent value="table" className="pt-3">
        {rows.length === 0 ? (
          <p className="py-6 text-center text-13 text-ink-2">The query answered without rows.</p>
        ) : (
          // Another answer is another grid: its widths, order and selection begin anew.
          <ResultGrid key={preview.asOf} columns={columns} rows={rows} place={place} label="Rows" />
        )}
      </TabsContent>
      <TabsContent value="chart" className="pt-4">
        {figure === null ? (
          <p className="py-6 text-center text-13 text-ink-2">
            The table says it best. A chart suggests itself for figures by time or by some categories.
          </p>
        ) : figure.kind === "metric" ? (
          <MetricCard model={figure} />
        ) : (
          <>
            <h3 className="text-13 font-semibold">{figure.title}</h3>
            <ChartFigure model={figure} height={320} />
          </>
        )}
      </TabsContent>
      <TabsContent value="columns" className="pt-4">
        <ColumnSummaries columns={columns} rows={rows} place={place} />
      </TabsContent>
    </>
  );
}

function ResultNotices({
  preview,
  place,
  isStale,
}: Pick<QueryResultPanelProps, "place" | "isStale"> & { preview: QueryPreview }) {
  const { rows, rowCount, truncated, attributesOfNobody = [] } = preview;
  const count = (value: number) => formatNumber(value, place);
  return (
    <>
      {attributesOfNobody.map((attribute) => (
        <Callout
          key={attribute}
          tone="warn"
          className="mx-4 mb-2"
          title={`Nobody in this workspace has “${attribute}”.`}
        >
          {`{{me.${attribute}}} is empty for everybody who reads. Known of everybody are {{me.name}}, {{me.email}} and {{me.role}}, of most {{me.department}} and {{me.job_role}}.`}
        </Callout>
      ))}
      {truncated ? (
        <Callout tone="warn" className="mx-4 mb-2" title="The result is cut.">
          The source has more rows than the {count(rowCount)} it may answer with, and figures would be made of
          these alone. Group or filter in the query, or raise the source’s row limit.
        </Callout>
      ) : null}
      {rows.length < rowCount ? (
        <Callout tone="info" className="mx-4 mb-2" title={`Shown are the first ${count(rows.length)} rows.`}>
          The answer has {count(rowCount)}: too much for a page. Sorting, the columns’ summaries and copying
          know the shown rows; the chart and a download have all.
        </Callout>
      ) : null}
      {isStale ? (
        <p className="px-4 pb-2 text-xs text-warn">
          The query was changed since. Run it again to see its answer.
        </p>
      ) : null}
    </>
  );
}

function summaryOf(preview: QueryPreview, place: Place): string {
  const rows = `${formatNumber(preview.rowCount, place)} ${preview.rowCount === 1 ? "row" : "rows"}`;
  const time = formatDuration(preview.durationMs, place);
  return `${rows} in ${time}, as of ${formatDateTime(preview.asOf, place)}`;
}
