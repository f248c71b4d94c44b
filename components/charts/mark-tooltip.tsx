import { TooltipBox, TooltipRow } from "@/components/charts/chart-tooltip";
import type { Mark } from "@/components/charts/marks";

/** What the pointer reads off a mark. */
export type Tip = { title: string; rows: { name: string; value: string }[] };

type MarkTooltipProps = { mark: Mark; tip: Tip; width: number };

/** Beside its mark, on the side where there is room. */
export function MarkTooltip({ mark, tip, width }: MarkTooltipProps) {
  const { left, top, width: wide } = mark.box;
  const middle = left + wide / 2;
  const isRight = middle > width / 2;
  return (
    <div
      aria-hidden
      className="pointer-events-none absolute z-20 w-max"
      style={isRight ? { right: width - middle + 14, top } : { left: middle + 14, top }}
    >
      <TooltipBox title={tip.title}>
        {tip.rows.map((row) => (
          <TooltipRow key={row.name} name={row.name} value={row.value} />
        ))}
      </TooltipBox>
    </div>
  );
}
