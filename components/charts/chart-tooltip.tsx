import { Fragment } from "react";
import { type ChartTheme, seriesColor } from "@/lib/charts/palette";
import { shownSeries } from "@/components/charts/shown-series";
import type { CartesianModel, ChartPoint, ChartSeries, PieModel } from "@/lib/charts/types";
import { changeAt, printSeries } from "@/lib/charts/print-series";
import { formatValue, NO_VALUE } from "@/lib/format/value";
import { cn } from "@/lib/utils/cn";

/** Taller boxes leave the screen. */
const MAX_ENTRIES = 12;

/** Recharts fills in the point under the pointer; both are missing while there is none. */
type Hovered<Datum> = { active?: boolean; payload?: readonly { payload?: Datum }[] };

type CartesianTooltipProps = Hovered<ChartPoint> & {
  model: CartesianModel;
  theme: ChartTheme;
  hidden?: ReadonlySet<string> | undefined;
};

export function CartesianTooltip({ active, payload, model, theme, hidden }: CartesianTooltipProps) {
  const point = payload?.[0]?.payload;
  if (!active || !point) return null;
  const shown = shownSeries(model, hidden);
  const rows = largestSeries(shown, point);
  const left = shown.length - rows.length;
  return (
    <TooltipBox title={point.label}>
      {rows.map((series) => (
        <Fragment key={series.key}>
          <TooltipRow
            color={seriesColor(theme, series.color)}
            quiet={series.compares !== undefined}
            name={nameAt(series, point)}
            value={printValue(model, point, series.key)}
          />
          {series.compares !== undefined && (
            <TooltipRow name="Change" value={changeAt(model, point, series) ?? NO_VALUE} />
          )}
        </Fragment>
      ))}
      {left > 0 && <div className="mt-1 text-ink-3">and {left} more</div>}
    </TooltipBox>
  );
}

/** With its own time, where that is not the point's. */
function nameAt(series: ChartSeries, point: ChartPoint): string {
  return series.compares && point.comparedLabel ? `${series.name} (${point.comparedLabel})` : series.name;
}

/** With its share, where shares are drawn. */
function printValue(model: CartesianModel, point: ChartPoint, key: string): string {
  const { locale } = model;
  const value = printSeries(model, key, point.values[key] ?? null);
  const share = model.stacking === "percent" ? (point.drawn?.[key] ?? null) : null;
  return share === null ? value : `${value} (${formatValue(share, "percent", { locale })})`;
}

/** All series in their own order, or the largest here when there are too many. */
function largestSeries(series: ChartSeries[], point: ChartPoint): ChartSeries[] {
  if (series.length <= MAX_ENTRIES) return series;
  const valueOf = (key: string) => point.values[key] ?? Number.NEGATIVE_INFINITY;
  return [...series].sort((a, b) => valueOf(b.key) - valueOf(a.key)).slice(0, MAX_ENTRIES);
}

type PieTooltipProps = Hovered<{ slice?: PieModel["slices"][number] }> & { theme: ChartTheme };

export function PieTooltip({ active, payload, theme }: PieTooltipProps) {
  const slice = payload?.[0]?.payload?.slice;
  if (!active || !slice) return null;
  return (
    <TooltipBox title={slice.name}>
      <TooltipRow color={seriesColor(theme, slice.color)} name={slice.shareText} value={slice.valueText} />
    </TooltipBox>
  );
}

export function TooltipBox({ title, children }: { title: string; children: React.ReactNode }) {
  return (
    <div className="max-w-72 rounded-md border border-rule bg-card px-2.5 py-2 text-xs text-ink shadow-overlay">
      {title !== "" && <div className="mb-1 font-semibold">{title}</div>}
      {children}
    </div>
  );
}

type TooltipRowProps = { color?: string; quiet?: boolean; name: string; value: string };

export function TooltipRow({ color, quiet = false, name, value }: TooltipRowProps) {
  return (
    <div className="flex items-center gap-2">
      {color && (
        <span
          aria-hidden
          className={cn("size-2 shrink-0 rounded-xs", quiet && "opacity-45")}
          style={{ background: color }}
        />
      )}
      <span className="min-w-0 truncate text-ink-2">{name}</span>
      <span className="ml-auto pl-4 tabular-nums">{value}</span>
    </div>
  );
}
