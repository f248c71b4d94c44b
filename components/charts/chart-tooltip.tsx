import { type ChartTheme, seriesColor } from "@/lib/charts/palette";
import type { CartesianModel, ChartPoint, PieModel } from "@/lib/charts/types";
import { formatValue } from "@/lib/format/value";

/** Taller boxes leave the screen. */
const MAX_ENTRIES = 12;

/** Recharts fills in the point under the pointer; both are missing while there is none. */
type Hovered<Datum> = { active?: boolean; payload?: readonly { payload?: Datum }[] };

type CartesianTooltipProps = Hovered<ChartPoint> & { model: CartesianModel; theme: ChartTheme };

export function CartesianTooltip({ active, payload, model, theme }: CartesianTooltipProps) {
  const point = payload?.[0]?.payload;
  if (!active || !point) return null;
  const rows = largestSeries(model, point);
  const left = model.series.length - rows.length;
  return (
    <TooltipBox title={point.label}>
      {rows.map((series) => (
        <TooltipRow
          key={series.key}
          color={seriesColor(theme, series.color)}
          name={series.name}
          value={formatValue(point.values[series.key] ?? null, model.unit, {
            locale: model.locale,
            decimals: model.decimals,
          })}
        />
      ))}
      {left > 0 && <div className="mt-1 text-ink-3">and {left} more</div>}
    </TooltipBox>
  );
}

/** All series in their own order, or the largest here when there are too many. */
function largestSeries(model: CartesianModel, point: ChartPoint): CartesianModel["series"] {
  if (model.series.length <= MAX_ENTRIES) return model.series;
  const valueOf = (key: string) => point.values[key] ?? Number.NEGATIVE_INFINITY;
  return [...model.series].sort((a, b) => valueOf(b.key) - valueOf(a.key)).slice(0, MAX_ENTRIES);
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

function TooltipBox({ title, children }: { title: string; children: React.ReactNode }) {
  return (
    <div className="max-w-72 rounded-md border border-rule bg-card px-2.5 py-2 text-xs text-ink shadow-overlay">
      <div className="mb-1 font-semibold">{title}</div>
      {children}
    </div>
  );
}

function TooltipRow({ color, name, value }: { color: string; name: string; value: string }) {
  return (
    <div className="flex items-center gap-2">
      <span aria-hidden className="size-2 shrink-0 rounded-xs" style={{ background: color }} />
      <span className="min-w-0 truncate text-ink-2">{name}</span>
      <span className="ml-auto pl-4 tabular-nums">{value}</span>
    </div>
  );
}
