/** The geometry of a gauge: half a ring from left to right, its number in the middle. */
import type { MeasureText } from "@/lib/charts/text-width";
import type { GaugeModel } from "@/lib/charts/types";

const FOOT = 20;
const MAX_RADIUS = 150;
const MAX_TEXT = 32;

export type GaugeLayout = {
  cx: number;
  cy: number;
  /** Middle of the ring of the value, and its thickness. */
  radius: number;
  thickness: number;
  /** Middle of the thin ring of the ranges around it. */
  rangeRadius: number;
  rangeThickness: number;
  textSize: number;
  /** The words under the number. */
  captions: string[];
};

export function layoutGauge(
  model: GaugeModel,
  size: { width: number; height: number },
  measure: MeasureText,
): GaugeLayout {
  const captions = captionsOf(model);
  const outer = Math.max(Math.min(size.width / 2 - 2, size.height - FOOT - 4, MAX_RADIUS), 16);
  const thickness = Math.max(outer * 0.16, 6);
  const rangeThickness = model.ranges.length > 0 ? Math.max(outer * 0.04, 3) : 0;
  const rangeRadius = outer - rangeThickness / 2;
  const radius = outer - rangeThickness - (rangeThickness > 0 ? 3 : 0) - thickness / 2;
  const inner = radius - thickness / 2;
  return {
    cx: size.width / 2,
    cy: (size.height - FOOT - outer) / 2 + outer,
    radius,
    thickness,
    rangeRadius,
    rangeThickness,
    textSize: Math.min(MAX_TEXT, inner * 0.5, (inner * 1.5) / Math.max(measure(model.text, 1), 1)),
    captions,
  };
}

function captionsOf({ target, tone }: GaugeModel): string[] {
  const words: string[] = [];
  if (target) words.push(`target ${target.text}${target.reached ? ", reached" : ""}`);
  if (tone) words.push(`in the ${tone} range`);
  return words;
}

/** The point of the half ring at a share of the scale, 0 on the left and 1 on the right. */
export function pointAt(layout: GaugeLayout, radius: number, share: number): { x: number; y: number } {
  const angle = Math.PI * (1 - Math.min(Math.max(share, 0), 1));
  const round = (value: number) => Math.round(value * 100) / 100;
  return {
    x: round(layout.cx + radius * Math.cos(angle)),
    y: round(layout.cy - radius * Math.sin(angle)),
  };
}

/** Part of the half ring as the path of a thick line. */
export function arc(layout: GaugeLayout, radius: number, from: number, to: number): string {
  const [start, end] = [pointAt(layout, radius, from), pointAt(layout, radius, to)];
  const size = Math.round(radius * 100) / 100;
  return `M${start.x},${start.y}A${size},${size},0,0,1,${end.x},${end.y}`;
}
