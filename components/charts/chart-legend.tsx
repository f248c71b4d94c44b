import { COMPARED } from "@/components/charts/chart-props";
import { ChartText } from "@/components/charts/chart-text";
import { type LegendLayout, SWATCH, SWATCH_GAP } from "@/components/charts/legend-layout";
import { strokeDash } from "@/components/charts/stroke-dash";
import { type ChartTheme, seriesColor } from "@/lib/charts/palette";
import type { ChartSeries } from "@/lib/charts/types";

type ChartLegendProps = {
  layout: LegendLayout;
  theme: ChartTheme;
  /** Lines told apart by dashes need a sample of the line. */
  asLines: boolean;
  hidden?: ReadonlySet<string> | undefined;
};

/** A series that was switched off stays in sight, to be switched on again. */
const FADED = 0.35;

/** The legend as part of the drawing: an HTML legend would be missing on paper and in pictures. */
export function ChartLegend({ layout, theme, asLines, hidden }: ChartLegendProps) {
  return (
    <g>
      {layout.entries.map(({ x, y, text, series }) => (
        <g key={series?.key ?? "more"} opacity={series && hidden?.has(series.key) ? FADED : undefined}>
          {series &&
            (asLines ? (
              <LineSample x={x} y={y} series={series} theme={theme} />
            ) : (
              <Swatch x={x} y={y} series={series} theme={theme} />
            ))}
          <ChartText
            theme={theme}
            x={series ? x + SWATCH + SWATCH_GAP : x}
            y={y}
            fill={series ? theme.ink2 : theme.ink3}
          >
            {text}
          </ChartText>
        </g>
      ))}
    </g>
  );
}

type SampleProps = { x: number; y: number; series: ChartSeries; theme: ChartTheme };

function Swatch({ x, y, series, theme }: SampleProps) {
  return (
    <rect
      x={x}
      y={y - SWATCH / 2}
      width={SWATCH}
      height={SWATCH}
      rx={2}
      fill={seriesColor(theme, series.color)}
      fillOpacity={series.compares ? COMPARED.opacity : undefined}
    />
  );
}

function LineSample({ x, y, series, theme }: SampleProps) {
  return (
    <line
      x1={x - 3}
      x2={x + SWATCH + 3}
      y1={y}
      y2={y}
      stroke={seriesColor(theme, series.color)}
      strokeWidth={2}
      strokeOpacity={series.compares ? COMPARED.opacity : undefined}
      strokeDasharray={series.compares ? COMPARED.dash : strokeDash(theme, series.color)}
    />
  );
}
