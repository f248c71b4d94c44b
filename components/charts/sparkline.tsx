import { type SparklineShape, sparklineShape } from "@/lib/charts/sparkline";

type SparklineProps = {
  /** Oldest first; null is a gap. */
  values: (number | null)[];
  width: number;
  height: number;
  /** Any SVG paint. */
  color: string;
};

/** A bare course with its newest value as a dot. Decoration beside a figure that is printed: hidden from screen readers. */
export function Sparkline({ values, width, height, color }: SparklineProps) {
  const { line, end }: SparklineShape = sparklineShape(values, { width, height, inset: 3 });
  return (
    <svg
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
      aria-hidden="true"
      // Beside a long figure it becomes smaller as a whole; its newest end stays in sight.
      preserveAspectRatio="xMaxYMid meet"
      style={{ display: "block", maxWidth: "100%" }}
    >
      {line !== "" && (
        <path
          d={line}
          fill="none"
          stroke={color}
          strokeWidth={1.5}
          strokeLinejoin="round"
          strokeLinecap="round"
        />
      )}
      {end && <circle cx={end.x} cy={end.y} r={2.25} fill={color} />}
    </svg>
  );
}
