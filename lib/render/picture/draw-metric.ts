import type { MetricModel } from "@/lib/charts/types";
import { renderSparklineSvg } from "@/lib/render/svg/render-chart-svg";
import { measureInter } from "@/lib/render/svg/measure";
import { type Area, LOOK, placeSvg, textLine } from "./svg-parts";

const SIZE = 30;
/** A day has more letters than a number. */
const MOMENT_SIZE = 20;
/** A number that is cut is another number: it is set smaller instead, down to this. */
const SMALLEST = 14;
const SPARK = { width: 96, height: 28, least: 40, gap: 12 };
const LINE = 20;
const TONES = { good: LOOK.good, bad: LOOK.bad, neutral: LOOK.ink2 } as const;
const SIGNS = { up: "↑", down: "↓", flat: "–" } as const;

/** The number, its course beside it or below, what it is compared with, and an honest remark. */
export function drawMetric(model: MetricModel, area: Area, name: string, remark = ""): string {
  const perPixel = measureInter(model.text, 1, 500);
  const wanted = model.moment ? MOMENT_SIZE : SIZE;
  const size = Math.max(SMALLEST, Math.min(wanted, Math.floor(area.width / perPixel)));
  const baseline = area.y + SIZE + 4;
  const color = model.value === null ? LOOK.ink3 : LOOK.ink;
  const number = textLine(model.text, area.x, baseline, { size, weight: 500, color, maxWidth: area.width });
  const footY = baseline + LINE;
  const spark = placeSpark(area, area.width - perPixel * size, { baseline, footY });
  const course =
    spark && model.sparkline.length > 1
      ? placeSvg(renderSparklineSvg(model.sparkline, { ...spark, theme: "light" }), spark, name)
      : "";
  const foot = footer(model, area, footY);
  const both = [remark, foot.left].filter(Boolean).join(" · ");
  const note = measureInter(both, 11) <= area.width ? both : remark || foot.left;
  const noteY = Math.max(area.y + area.height, footY + 15);
  const noted = note
    ? textLine(note, area.x, noteY, { size: 11, color: LOOK.ink3, maxWidth: area.width })
    : "";
  return number + course + foot.drawn + noted;
}

/** Beside the number, narrower where the number is long; below what it is compared with where the card is high. */
function placeSpark(
  area: Area,
  room: number,
  { baseline, footY }: { baseline: number; footY: number },
): Area | null {
  const { height } = SPARK;
  const width = Math.min(SPARK.width, Math.floor(room - SPARK.gap));
  if (width >= SPARK.least) return { x: area.x + area.width - width, y: baseline - height, width, height };
  const y = footY + SPARK.gap;
  if (y + height > area.y + area.height - LINE) return null;
  return { x: area.x, y, width: Math.min(SPARK.width, area.width), height };
}

type Footer = { drawn: string /** What had no room: a number in it would be cut. */; left: string };

function footer({ empty, comparison, target }: MetricModel, { x, width }: Area, y: number): Footer {
  const small = { size: 12, maxWidth: width };
  const line = (text: string, color: string): Footer => ({
    drawn: textLine(text, x, y, { ...small, color }),
    left: "",
  });
  if (empty) return line("No data in this period", LOOK.ink3);
  const goal = target ? `target ${target.text}${target.reached ? " ✓" : ""}` : "";
  if (!comparison) return goal ? line(goal, LOOK.ink2) : { drawn: "", left: "" };
  if (comparison.previous === null) return line(`${comparison.label}: no data`, LOOK.ink3);
  const change = `${SIGNS[comparison.direction]} ${comparison.changeText ?? `from ${comparison.previousText}`}`;
  const shift = measureInter(change, 12, 600) + 6;
  const all = [comparison.label, goal].filter(Boolean).join(" · ");
  const fits = measureInter(all, 12) <= width - shift;
  return {
    drawn:
      textLine(change, x, y, { size: 12, weight: 600, color: TONES[comparison.tone] }) +
      textLine(fits ? all : comparison.label, x + shift, y, {
        size: 12,
        color: LOOK.ink2,
        maxWidth: width - shift,
      }),
    left: fits ? "" : goal,
  };
}
