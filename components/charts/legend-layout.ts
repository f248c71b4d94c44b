/** Where the legend's entries stand. Pure: the same words and width give the same lines everywhere. */
import { LABEL_SIZE } from "@/components/charts/chart-props";
import { type MeasureText, truncateText } from "@/lib/charts/text-width";
import type { ChartSeries } from "@/lib/charts/types";

/** Each entry is a button on the screen: 24 px is the least a finger hits. */
export const LEGEND_LINE_HEIGHT = 24;
export const SWATCH = 9;
export const SWATCH_GAP = 6;
const ENTRY_GAP = 16;
const MAX_NAME_WIDTH = 180;

export type LegendEntry = {
  /** Left edge of the swatch and middle of the line, in px from the legend's corner. */
  x: number;
  y: number;
  text: string;
  /** null for the closing "+12 more". */
  series: ChartSeries | null;
};

export type LegendLayout = { entries: LegendEntry[]; height: number };

export type LegendBox = {
  width: number;
  /** Lines there is room for. */
  maxLines: number;
  /** Kept free at the right end of the first line. */
  reserved: number;
};

/** One series is named by the title; more get a legend that wraps, and ends in "+12 more" when lines run out. */
export function layoutLegend(series: ChartSeries[], box: LegendBox, measure: MeasureText): LegendLayout {
  if (series.length < 2) return { entries: [], height: 0 };
  const entries: LegendEntry[] = [];
  let x = 0;
  let line = 0;
  for (const [index, entry] of series.entries()) {
    const text = truncateText(
      entry.name,
      Math.min(MAX_NAME_WIDTH, box.width - SWATCH - SWATCH_GAP),
      LABEL_SIZE,
      measure,
    );
    const width = SWATCH + SWATCH_GAP + measure(text, LABEL_SIZE);
    const room = (at: number) => box.width - (at === 0 ? box.reserved : 0);
    const left = series.length - index;
    const more = `+${left} more`;
    const isLastLine = line === box.maxLines - 1;
    // The last line must keep room for "+n more" unless everything left fits on it.
    const needed = isLastLine && left > 1 ? width + ENTRY_GAP + measure(more, LABEL_SIZE) : width;
    if (x > 0 && x + needed > room(line)) {
      if (isLastLine) {
        entries.push({ x, y: middleOf(line), text: more, series: null });
        break;
      }
      line += 1;
      x = 0;
    }
    entries.push({ x, y: middleOf(line), text, series: entry });
    x += width + ENTRY_GAP;
  }
  return { entries, height: (line + 1) * LEGEND_LINE_HEIGHT };
}

function middleOf(line: number): number {
  return line * LEGEND_LINE_HEIGHT + LEGEND_LINE_HEIGHT / 2;
}
