import type { SVGProps } from "react";
import { BASELINE_SHIFT, LABEL_SIZE } from "@/components/charts/chart-props";
import type { ChartTheme } from "@/lib/charts/palette";

type ChartTextProps = Omit<SVGProps<SVGTextElement>, "y" | "children"> & {
  theme: ChartTheme;
  /** Vertical middle of the line: baselines are counted here, because paper renderers know no `dominant-baseline`. */
  y: number;
  children: string;
};

/** One line of small text in a chart. */
export function ChartText({ theme, y, children, ...props }: ChartTextProps) {
  return (
    <text
      y={y + BASELINE_SHIFT}
      fontSize={LABEL_SIZE}
      fontFamily={theme.fontFamily}
      fill={theme.ink3}
      {...props}
    >
      {children}
    </text>
  );
}
