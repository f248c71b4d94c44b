import { chartToTable } from "@/lib/charts/table-of";
import type { MetricModel, Notice, TableModel } from "@/lib/charts/types";
import type { PreparedDocument } from "@/lib/reports/document";

/** What a file of data holds of a report: its figures in order, charts as the tables behind them. */
export type Figure =
  | { kind: "metrics"; title: string; items: MetricModel[] }
  | { kind: "table"; title: string; table: TableModel; notices: Notice[] };

/** Texts, headings, pictures, page breaks and errors are not data and are left out. */
export function figuresOf(document: PreparedDocument): Figure[] {
  return document.blocks.flatMap((block): Figure[] => {
    switch (block.kind) {
      case "metrics":
        return block.items.length
          ? [{ kind: "metrics", title: titleOfMetrics(block.items), items: block.items }]
          : [];
      case "chart":
        return [
          {
            kind: "table",
            title: block.model.title || "Chart",
            table: chartToTable(block.model),
            notices: block.model.notices,
          },
        ];
      case "table":
        return [
          {
            kind: "table",
            title: block.model.title || "Table",
            table: block.model,
            notices: block.model.notices,
          },
        ];
      default:
        return [];
    }
  });
}

/** One number by its own name. */
const titleOfMetrics = ([first, ...others]: MetricModel[]): string =>
  (others.length === 0 && first?.title) || "Metrics";

/** The sentence every renderer shows in place of a figure without rows. */
export const NO_DATA_TEXT = "No data in this period";
