import { ChartText } from "@/components/charts/chart-text";
import type { ChartTheme } from "@/lib/charts/palette";

type BelowLabelProps = { x: number; y: number; lines: string[]; angle: number; theme: ChartTheme };

/** A label under a plot, in one or two lines or slanted; `y` is the lower edge of the plot. */
export function BelowLabel({ x, y, lines, angle, theme }: BelowLabelProps) {
  const slanted = angle !== 0;
  return (
    <g>
      {lines.map((line, index) => (
        <ChartText
          key={line}
          theme={theme}
          x={x}
          y={y + (slanted ? 10 : 14) + index * 13}
          textAnchor={slanted ? "end" : "middle"}
          transform={slanted ? `rotate(${angle}, ${x}, ${y + 10})` : undefined}
        >
          {line}
        </ChartText>
      ))}
    </g>
  );
}
