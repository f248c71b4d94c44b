export type SparklineShape = {
  /** SVG path data, one `M … L …` run between gaps. */
  line: string;
  /** The newest value, drawn as a dot; null when there is none. */
  end: { x: number; y: number } | null;
};

/** The path of a sparkline in a box of `width` × `height` px, kept `inset` px off its edges. A flat line runs in the middle. */
export function sparklineShape(
  values: (number | null)[],
  box: { width: number; height: number; inset: number },
): SparklineShape {
  const present = values.filter((value) => value !== null);
  if (present.length === 0) return { line: "", end: null };
  const low = present.reduce((a, b) => Math.min(a, b));
  const high = present.reduce((a, b) => Math.max(a, b));
  const round = (value: number) => Math.round(value * 100) / 100;
  const span = { x: box.width - 2 * box.inset, y: box.height - 2 * box.inset };
  const place = (value: number, index: number) => ({
    x: round(box.inset + (values.length === 1 ? span.x : (index / (values.length - 1)) * span.x)),
    y: round(box.inset + (high === low ? span.y / 2 : (1 - (value - low) / (high - low)) * span.y)),
  });
  let line = "";
  let end: SparklineShape["end"] = null;
  values.forEach((value, index) => {
    if (value === null) return;
    const { x, y } = place(value, index);
    const starts = index === 0 || values[index - 1] === null;
    line += `${starts ? "M" : "L"}${x},${y}`;
    end = { x, y };
  });
  return { line, end };
}

const BLOCKS = "▁▂▃▄▅▆▇█";

/** A course in letters, for mail and plain text: "▁▃▅▂█". A gap is a space; long courses are thinned. */
export function sparkText(values: readonly (number | null)[], most = 12): string {
  const step = Math.max(1, values.length / most);
  const picked = Array.from(
    { length: Math.min(most, values.length) },
    // The newest value is always among them.
    (_, index) =>
      values[values.length - 1 - Math.round((Math.min(most, values.length) - 1 - index) * step)] ?? null,
  );
  const present = picked.filter((value) => value !== null);
  const [low, high] = [Math.min(...present), Math.max(...present)];
  return picked
    .map((value) => {
      if (value === null) return " ";
      const share = high === low ? 0.5 : (value - low) / (high - low);
      return BLOCKS[Math.round(share * (BLOCKS.length - 1))] ?? "";
    })
    .join("");
}
