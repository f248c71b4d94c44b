import {
  columnLabel,
  findColumn,
  findNumberColumn,
  readCategory,
  readNumber,
  unitOf,
} from "@/lib/charts/columns";
import { type PrepareOptions, printCount, truncatedNotices } from "@/lib/charts/notices";
import type { PieSpec } from "@/lib/charts/chart-spec";
import { sumNumbers } from "@/lib/charts/sum";
import { summarizePie } from "@/lib/charts/summary";
import type { Cell, Notice, PieModel, ResultSet } from "@/lib/charts/types";
import { formatValue } from "@/lib/format/value";

/** More slices than this cannot be told apart. */
export const MAX_SLICES = 10;

type Amount = { name: string; value: number; raw?: Cell };

/**
 * Parts of a whole, largest first. Beyond ten slices the smallest become "Other". A negative part has no
 * angle: it is left out and a notice says so. Rows of one category are added up.
 * Throws InvalidInputError for a column that is missing or holds no numbers.
 */
export function preparePie(result: ResultSet, spec: PieSpec, options: PrepareOptions): PieModel {
  const category = findColumn(result, spec.category);
  const measure = findNumberColumn(result, spec.value);
  const unit = unitOf(measure, spec.unit);
  const print = (value: number) =>
    formatValue(value, unit, { locale: options.locale, decimals: spec.decimals });

  const amounts = new Map<string, Amount & { raw: Cell }>();
  for (const row of result.rows) {
    const value = readNumber(row[measure.index], measure);
    if (value === null) continue;
    const name = readCategory(row[category.index], category, options);
    const known = amounts.get(name);
    if (known) known.value += value;
    else amounts.set(name, { name, value, raw: row[category.index] ?? null });
  }
  const all: Amount[] = [...amounts.values()];
  const negative = all.filter((amount) => amount.value < 0);
  const parts = all.filter((amount) => amount.value >= 0).sort((a, b) => b.value - a.value);
  const room = spec.top ?? MAX_SLICES;
  const shown = mergeSmallest(parts, room);
  const total = sumNumbers(parts.map((part) => part.value));

  const notices: Notice[] = truncatedNotices(result, options.locale);
  const parted = columnLabel(category.name).toLowerCase();
  if (shown.length < parts.length) {
    notices.push({
      kind: "merged",
      text: `The ${printCount(parts.length - shown.length + 1, options.locale)} smallest of ${printCount(parts.length, options.locale)} parts by ${parted} are added up as "Other".`,
    });
  }
  if (negative.length > 0) {
    const named = negative
      .slice(0, 3)
      .map((amount) => `${amount.name} (${print(amount.value)})`)
      .join(", ");
    const more = negative.length > 3 ? ` and ${negative.length - 3} more` : "";
    notices.push({
      kind: "truncated",
      text: `Left out of the pie, because a share cannot be negative: ${named}${more}.`,
    });
  }
  const model: PieModel = {
    kind: "pie",
    title: spec.title,
    column: category.name,
    unit,
    ...(spec.shape === "disc" ? { shape: spec.shape } : {}),
    slices: shown.map(({ name, value, raw }, index) => {
      const share = total === 0 ? 0 : value / total;
      const shareText = formatValue(share, "percent", { locale: options.locale });
      const slice = {
        name,
        value,
        valueText: print(value),
        share,
        shareText,
        color: spec.colors?.[name] ?? index,
      };
      return raw === undefined ? slice : { ...slice, raw };
    }),
    totalText: parts.length === 0 ? formatValue(null, unit, options) : print(total),
    empty: result.rows.length === 0,
    notices,
    summary: "",
    asOf: result.asOf,
  };
  return { ...model, summary: summarizePie(model) };
}

function mergeSmallest(parts: Amount[], room: number): Amount[] {
  if (parts.length <= room) return parts;
  const rest = parts.slice(room - 1);
  return [...parts.slice(0, room - 1), { name: "Other", value: sumNumbers(rest.map((part) => part.value)) }];
}
