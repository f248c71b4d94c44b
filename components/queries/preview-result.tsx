"use client";

import { useState } from "react";
import { ChartFigure } from "@/components/charts/chart-figure";
import { DataTable } from "@/components/charts/data-table";
import { MetricCard } from "@/components/charts/metric-card";
import { Callout } from "@/components/ui/callout";
import { SegmentedControl } from "@/components/ui/segmented-control";
import { formatDateTime } from "@/lib/format/dates";
import { formatDuration } from "@/lib/format/sizes";
import { formatNumber } from "@/lib/format/value";
import type { QueryPreview } from "@/lib/queries/schemas";

type PreviewResultProps = {
  preview: QueryPreview;
  place: { zone: string; locale: string };
  /** True when the text was changed since. */
  isStale: boolean;
};

const VIEWS = [
  { value: "table", label: "Table" },
  { value: "figure", label: "Suggested figure" },
] as const;

/** The answer: rows, how long it took, as of when, and a picture of it where one suggests itself. */
export function PreviewResult({ preview, place, isStale }: PreviewResultProps) {
  const [view, setView] = useState<"table" | "figure">("table");
  const { figure, table } = preview;
  const shown = figure === null ? "table" : view;
  return (
    <section aria-labelledby="result-heading" className="min-w-0 rounded-lg border bg-card">
      <div className="flex flex-wrap items-center justify-between gap-3 px-4 pt-4 pb-3">
        <div className="min-w-0">
          <h2 id="result-heading" className="font-serif text-lg">
            Result
          </h2>
          <p className="text-xs text-ink-3">{summaryOf(preview, place)}</p>
        </div>
        {figure ? (
          <SegmentedControl label="Show the result as" value={view} onValueChange={setView} options={VIEWS} />
        ) : null}
      </div>
      {preview.truncated ? (
        <Callout tone="warn" className="mx-4 mb-3" title="The result is cut.">
          Only the first {formatNumber(preview.rowCount, place)} rows were read, and figures would be made of
          these alone. Group or filter in the query.
        </Callout>
      ) : null}
      {isStale ? (
        <p className="px-4 pb-2 text-xs text-warn">
          The text was changed since. Run it again to see its answer.
        </p>
      ) : null}
      <div className="px-4 pb-4">
        {shown === "table" ? (
          table.empty ? (
            <p className="py-6 text-center text-13 text-ink-3">The query answered without rows.</p>
          ) : (
            <div className="flex max-h-128 flex-col">
              <DataTable model={table} />
            </div>
          )
        ) : figure?.kind === "metric" ? (
          <MetricCard model={figure} />
        ) : figure ? (
          <>
            <h3 className="text-13 font-semibold">{figure.title}</h3>
            <ChartFigure model={figure} height={300} />
          </>
        ) : null}
      </div>
    </section>
  );
}

function summaryOf(preview: QueryPreview, place: PreviewResultProps["place"]): string {
  const rows = `${formatNumber(preview.rowCount, place)} ${preview.rowCount === 1 ? "row" : "rows"}`;
  const time = formatDuration(preview.durationMs, place);
  return `${rows} in ${time}, as of ${formatDateTime(preview.asOf, place)}`;
}
