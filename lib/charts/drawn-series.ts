/** Where series stand when that is not at their values: shares, stand-ins for missing values, logarithms. */
import type { Stacking } from "@/lib/charts/chart-spec";
import { countOf } from "@/lib/charts/notices";
import { sharesOf } from "@/lib/charts/stacks";
import type { Notice } from "@/lib/charts/types";

type Values = { values: (number | null)[] };

type Drawing = {
  stacking: Stacking;
  missing: "gap" | "zero" | "connect" | undefined;
  scale: "linear" | "log" | undefined;
  locale: string;
};

/** `series` itself when every value is drawn as it is. */
export function drawnSeries<Series extends Values>(
  series: Series[],
  { stacking, missing, scale, locale }: Drawing,
): { series: Series[]; notices: Notice[] } {
  if (stacking === "percent") return { series: sharesOf(series), notices: [] };
  if (scale === "log") return positiveOnly(series, locale);
  if (missing !== "zero") return { series, notices: [] };
  return { series: mapValues(series, (value) => value ?? 0), notices: [] };
}

/** Zero and less have no logarithm. */
function positiveOnly<Series extends Values>(series: Series[], locale: string) {
  const lost = series.flatMap((entry) => entry.values).filter((value) => value !== null && value <= 0).length;
  if (lost === 0) return { series, notices: [] };
  const text = `Not drawn: ${countOf(lost, "value", locale)} of zero or less, which a logarithmic axis has no place for.`;
  const notices: Notice[] = [{ kind: "truncated", text }];
  return { series: mapValues(series, (value) => (value !== null && value > 0 ? value : null)), notices };
}

function mapValues<Series extends Values>(
  series: Series[],
  change: (value: number | null) => number | null,
): Series[] {
  return series.map((entry) => ({ ...entry, values: entry.values.map(change) }));
}
