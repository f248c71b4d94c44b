import type { ReactNode } from "react";
import { ChartFigure } from "@/components/charts/chart-figure";
import { DataTable } from "@/components/charts/data-table";
import { MetricCard } from "@/components/charts/metric-card";
import { isChart } from "@/lib/charts/kinds";
import type { PreparedModel } from "@/lib/charts/types";

const CHART_HEIGHT = 260;
export const METRIC_ROW_CLASSES =
  "grid grid-cols-2 gap-6 border-b pb-5 sm:auto-cols-fr sm:grid-flow-col sm:grid-cols-none";

type PaperSheetProps = { workspaceName: string; title: string; period: string; children: ReactNode };

/** The page that a report is shown on: the same head as the PDF. */
export function PaperSheet({ workspaceName, title, period, children }: PaperSheetProps) {
  return (
    <article
      aria-label="Page preview"
      className="mx-auto w-full min-w-0 max-w-3xl wrap-anywhere border bg-card px-5 py-8 shadow-sm sm:px-12 sm:py-12"
    >
      <p className="mb-6 flex justify-between gap-4 text-xs text-ink-2">
        <span>{workspaceName}</span>
        <span>{period}</span>
      </p>
      <h2 className="font-serif text-3xl tracking-tight">{title}</h2>
      <p className="mt-1 mb-6 border-b border-ink pb-5 text-sm text-ink-2">{period}</p>
      {children}
    </article>
  );
}

/** A prepared figure at the width of the page. */
export function PaperFigure({ model }: { model: PreparedModel }) {
  if (isChart(model)) return <ChartFigure model={model} height={CHART_HEIGHT} />;
  switch (model.kind) {
    case "metric":
      return <MetricCard model={model} />;
    case "table":
      return <DataTable model={model} pageSize={25} />;
  }
}
