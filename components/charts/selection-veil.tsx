import type { Box, Mark } from "@/components/charts/marks";
import type { ChartModel } from "@/lib/charts/types";

type SelectionVeilProps = { model: ChartModel; chosen: Mark; marks: Mark[] };

/** Along an axis, all but the chosen place steps back behind a veil; other kinds fade their own marks. */
export function SelectionVeil({ model, chosen, marks }: SelectionVeilProps) {
  const [first, last] = [marks[0], marks.at(-1)];
  if (!("points" in model) || !first || !last) return null;
  const { box } = chosen;
  const whole = around(first.box, last.box);
  const [right, bottom] = [box.left + box.width, box.top + box.height];
  const sides: Box[] = [
    { ...whole, width: box.left - whole.left },
    { ...whole, left: right, width: whole.left + whole.width - right },
    { ...box, top: whole.top, height: box.top - whole.top },
    { ...box, top: bottom, height: whole.top + whole.height - bottom },
  ];
  return sides.map((side, place) => (
    <div key={place} aria-hidden className="pointer-events-none absolute bg-card/75" style={side} />
  ));
}

/** The period that is being marked. */
export function ZoomBand({ from, to }: { from: Mark; to: Mark }) {
  return (
    <div
      aria-hidden
      className="pointer-events-none absolute border-x border-accent bg-accent/10"
      style={around(from.box, to.box)}
    />
  );
}

function around(a: Box, b: Box): Box {
  const left = Math.min(a.left, b.left);
  const top = Math.min(a.top, b.top);
  return {
    left,
    top,
    width: Math.max(a.left + a.width, b.left + b.width) - left,
    height: Math.max(a.top + a.height, b.top + b.height) - top,
  };
}
