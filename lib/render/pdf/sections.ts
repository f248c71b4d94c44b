import type { ChartModel, TableModel } from "@/lib/charts/types";
import { drawChart } from "@/lib/render/pdf/chart-block";
import { fitTable, type MeasureText, type TableLayout } from "@/lib/render/pdf/table-layout";
import type { Orientation } from "@/lib/render/pdf/theme";
import type { SvgNode } from "@/lib/render/svg/parse-svg";
import type { PreparedBlock } from "@/lib/reports/document";

/**
 * A block ready to be placed. Tables come with their layout, because it decides the page's orientation; charts
 * come drawn, because drawing them renders React, which cannot happen inside another renderer's render.
 */
export type PlacedBlock =
  | Exclude<PreparedBlock, { kind: "table" | "chart" }>
  | { id: string; kind: "chart"; model: ChartModel; drawing: SvgNode | null }
  | { id: string; kind: "table"; model: TableModel; layout: TableLayout };

/** Consecutive blocks on pages of one orientation. */
export type Section = { orientation: Orientation; blocks: PlacedBlock[] };

/** Tables too wide for an upright page get pages of their own, turned; everything else stays upright. */
export function toSections(blocks: readonly PreparedBlock[], measure: MeasureText): Section[] {
  const sections: Section[] = [];
  for (const placed of blocks.flatMap((block) => place(block, measure))) {
    const orientation = placed.kind === "table" ? placed.layout.orientation : "portrait";
    const last = sections.at(-1);
    if (last?.orientation === orientation) last.blocks.push(placed);
    // The break that a change of orientation makes is enough.
    else if (placed.kind !== "page_break") sections.push({ orientation, blocks: [placed] });
  }
  return sections.length ? sections : [{ orientation: "portrait", blocks: [] }];
}

function place(block: PreparedBlock, measure: MeasureText): PlacedBlock[] {
  if (block.kind === "chart") return [{ ...block, drawing: drawChart(block.model) }];
  if (block.kind !== "table") return [block];
  return fitTable(block.model, measure).map((fitted, part) => ({
    ...block,
    ...fitted,
    id: `${block.id}-${part}`,
  }));
}
