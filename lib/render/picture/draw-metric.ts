import type { MetricModel } from "@/lib/charts/types";
import { renderSparklineSvg } from "@/lib/render/svg/render-chart-svg";
import { measureInter } from "@/lib/render/svg/measure";
import { type Area, LOOK, placeSvg, textLine } from "./svg-parts";

const SIZE = 30;
/** A day has more letters than a number. */
const MOMENT_SIZE = 20;
const SPARK = { width: 96, height: 28 };
const TONES = { good: LOOK.good, bad: LOOK.bad, neutral: LOOK.ink2 } as const;
const SIGNS = { up: "↑", down: "↓", flat: "–" } as const;

/** The number, its course where there is room, and what it is compared with. */
export function drawMetric(model: MetricModel, area: Area, name: string): string {
  const baseline = area.y + SIZE + 4;
  const size = model.moment ? MOMENT_SIZE : SIZE;
  const number = textLine(model.text, area.x, baseline, {
    size,
    weight: 500,
    color: model.value === null ? LOOK.ink3 : LOOK.ink,
    maxWidth: area.width,
  });
  const room = area.width - measureInter(model.text, size, 500);
  const spark =
    model.sparkline.length > 1 && room > SPARK.width + 12
      ? placeSvg(
          renderSparklineSvg(model.sparkline, { ...SPARK, theme: "light" }),
          { ...SPARK, x: area.x + area.width - SPARK.width, y: baseline - SPARK.height },
          name,
        )
      : "";
  return number + spark + footer(model, area, baseline + 20);
}

function footer({ empty, comparison, target }: MetricModel, { x, width }: Area, y: number): string {
  const small = { size: 12, maxWidth: width };
  if (empty) return textLine("No data in this period", x, y, { ...small, color: LOOK.ink3 });
  const goal = target ? `target ${target.text}${target.reached ? " ✓" : ""}` : "";
  if (!comparison) return goal ? textLine(goal, x, y, { ...small, color: LOOK.ink2 }) : "";
  if (comparison.previous === null)
    return textLine(`${comparison.label}: no data`, x, y, { ...small, color: LOOK.ink3 });
  const change = `${SIGNS[comparison.direction]} ${comparison.changeText ?? `from ${comparison.previousText}`}`;
  const shift = measureInter(change, 12, 600) + 6;
  return (
    textLine(change, x, y, { size: 12, weight: 600, color: TONES[comparison.tone] }) +
    textLine([comparison.label, goal].filter(Boolean).join(" · "), x + shift, y, {
      size: 12,
      color: LOOK.ink2,
      maxWidth: width - shift,
    })
  );
}
