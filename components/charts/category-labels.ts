/** How the labels under an axis are printed: in one line, in two, slanted, or only some of them. */
import { LABEL_SIZE } from "@/components/charts/chart-props";
import { type MeasureText, truncateText } from "@/lib/charts/text-width";
import type { ChartPoint } from "@/lib/charts/types";

export type AxisLabel = {
  /** Index into the model's points. */
  index: number;
  lines: string[];
};

export type AxisLabels = {
  labels: AxisLabel[];
  /** Degrees; 0 or -40. */
  angle: 0 | -40;
  /** Room the labels need under the plot, in px. */
  height: number;
};

const LINE_HEIGHT = 13;
const FLAT_HEIGHT = 24;
const MIN_GAP = 8;
const SLANT = Math.PI * (40 / 180);
const MAX_SLANTED_WIDTH = 110;
/** Slanted lines of 11 px text touch when they stand closer. */
const SLANTED_STEP = 18;
/** Labels this short (hours, years) read well when only every second or third is shown. */
const SHORT_LABEL = 36;

/** Labels of categories that stand `band` px apart, in the order of the points. */
export function layoutCategoryLabels(
  points: ChartPoint[],
  band: number,
  maxHeight: number,
  measure: MeasureText,
): AxisLabels {
  const texts = points.map((point) => point.axisLabel ?? point.label);
  const widest = texts.reduce((width, text) => Math.max(width, measure(text, LABEL_SIZE)), 0);
  if (widest + MIN_GAP <= band) return flat(texts.map((text, index) => ({ index, lines: [text] })));
  if (widest <= SHORT_LABEL) return flat(everyNth(texts, Math.ceil((widest + MIN_GAP) / band)));
  const wrapped = texts.map((text) => wrapInTwo(text, band - MIN_GAP, measure));
  if (wrapped.every((lines) => lines !== null)) {
    const labels = wrapped.map((lines, index) => ({ index, lines: lines ?? [] }));
    return { ...flat(labels), height: FLAT_HEIGHT + LINE_HEIGHT };
  }
  return slanted(texts, { band, widest, maxHeight }, measure);
}

function flat(labels: AxisLabel[]): AxisLabels {
  return { labels, angle: 0, height: FLAT_HEIGHT };
}

function everyNth(texts: string[], step: number): AxisLabel[] {
  return texts.flatMap((text, index) => (index % step === 0 ? [{ index, lines: [text] }] : []));
}

type SlantBox = { band: number; widest: number; maxHeight: number };

function slanted(texts: string[], { band, widest, maxHeight }: SlantBox, measure: MeasureText): AxisLabels {
  const room = Math.min(widest, MAX_SLANTED_WIDTH, Math.max((maxHeight - LINE_HEIGHT) / Math.sin(SLANT), 30));
  const short = texts.map((text) => truncateText(text, room, LABEL_SIZE, measure));
  const longest = short.reduce((width, text) => Math.max(width, measure(text, LABEL_SIZE)), 0);
  const step = Math.max(1, Math.ceil(SLANTED_STEP / band));
  return {
    labels: everyNth(short, step),
    angle: -40,
    height: Math.ceil(longest * Math.sin(SLANT)) + 2 + LINE_HEIGHT,
  };
}

/** The words of a text on at most two lines of `width`; null when they do not fit. */
function wrapInTwo(text: string, width: number, measure: MeasureText): string[] | null {
  if (measure(text, LABEL_SIZE) <= width) return [text];
  const words = text.split(" ");
  for (let count = words.length - 1; count > 0; count -= 1) {
    const lines = [words.slice(0, count).join(" "), words.slice(count).join(" ")];
    if (lines.every((line) => measure(line, LABEL_SIZE) <= width)) return lines;
  }
  return null;
}

/**
 * Labels of a time axis: the densest of the model's tick sets whose labels keep apart.
 * `positionOf` gives the middle of a point in px.
 */
export function layoutTimeLabels(
  points: ChartPoint[],
  tickSets: number[][],
  positionOf: (index: number) => number,
  measure: MeasureText,
): AxisLabels {
  const toLabels = (set: number[]) =>
    set.map(
      (index): AxisLabel => ({ index, lines: [points[index]?.axisLabel ?? points[index]?.label ?? ""] }),
    );
  const widthOf = (label: AxisLabel) => measure(label.lines[0] ?? "", LABEL_SIZE);
  const fits = (labels: AxisLabel[]) =>
    labels.every((label, place) => {
      const before = labels[place - 1];
      if (!before) return true;
      const distance = positionOf(label.index) - positionOf(before.index);
      return distance >= (widthOf(label) + widthOf(before)) / 2 + MIN_GAP;
    });
  const candidates = tickSets.map(toLabels);
  const chosen = candidates.find(fits) ?? (candidates.at(-1) ?? []).slice(0, 1);
  return flat(chosen);
}
