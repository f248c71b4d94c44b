import type { FunnelSpec } from "@/lib/charts/chart-spec";
import {
  columnLabel,
  findColumn,
  findNumberColumn,
  type FoundColumn,
  readCategory,
  readNumber,
  unitOf,
} from "@/lib/charts/columns";
import { addUp } from "@/lib/charts/limit-grid";
import { type PrepareOptions, printCount, truncatedNotices } from "@/lib/charts/notices";
import { summarizeFunnel } from "@/lib/charts/summary";
import type { Cell, FunnelModel, FunnelStage, Notice, ResultSet } from "@/lib/charts/types";
import { InvalidInputError } from "@/lib/errors";
import { formatValue } from "@/lib/format/value";

/** More stages than this are a list. */
export const MAX_STAGES = 20;

type Amount = { name: string; value: number | null; raw?: Cell };

/**
 * Stages of one way, with what share goes on from each to the next and from the first to the last. A stage is
 * a value of `category` (its rows are added up), or one of the columns.
 * Throws InvalidInputError for a column that is missing or holds no numbers.
 */
export function prepareFunnel(result: ResultSet, spec: FunnelSpec, options: PrepareOptions): FunnelModel {
  const { locale } = options;
  const measures = spec.values.map((name) => findNumberColumn(result, name));
  const [first] = measures;
  if (!first)
    throw new InvalidInputError("Choose at least one value for this funnel.", {
      fields: { values: "Choose at least one value." },
    });
  const category = spec.category === undefined ? null : findColumn(result, spec.category);
  const amounts = category
    ? stagesOfRows(result, category, first, options)
    : measures.map((measure) => stageOfColumn(result, measure));
  const ordered =
    spec.sort === "largest" ? amounts.sort((a, b) => (b.value ?? -1) - (a.value ?? -1)) : amounts;
  const unit = unitOf(first, spec.unit);
  const shown = ordered.slice(0, MAX_STAGES);
  const stages = shown.map((amount, index) =>
    stageModel(amount, shown[index - 1] ?? null, shown[0] ?? null, (value) =>
      formatValue(value, unit, { locale, decimals: spec.decimals }),
    )(locale),
  );
  const model: FunnelModel = {
    kind: "funnel",
    title: spec.title,
    ...(category ? { column: category.name } : {}),
    unit,
    stages,
    overallText: overall(stages),
    empty: result.rows.length === 0,
    notices: [...truncatedNotices(result, locale), ...cutNotice(ordered.length, locale)],
    summary: "",
    asOf: result.asOf,
  };
  return { ...model, summary: summarizeFunnel(model) };
}

/** In the order in which the query names them. */
function stagesOfRows(
  result: ResultSet,
  category: FoundColumn,
  measure: FoundColumn,
  options: PrepareOptions,
): Amount[] {
  const amounts = new Map<string, Amount>();
  for (const row of result.rows) {
    const name = readCategory(row[category.index], category, options);
    const value = readNumber(row[measure.index], measure);
    const known = amounts.get(name);
    if (known) known.value = addUp([known.value, value]);
    else amounts.set(name, { name, value, raw: row[category.index] ?? null });
  }
  return [...amounts.values()];
}

function stageOfColumn(result: ResultSet, measure: FoundColumn): Amount {
  const values = result.rows.map((row) => readNumber(row[measure.index], measure));
  return { name: columnLabel(measure.name), value: addUp(values) };
}

function stageModel(
  amount: Amount,
  before: Amount | null,
  first: Amount | null,
  print: (value: number | null) => string,
) {
  return (locale: string): FunnelStage => {
    const percent = (share: number | null) => formatValue(share, "percent", { locale });
    const share = shareOf(amount.value, first?.value ?? null);
    const { name, value, raw } = amount;
    return {
      name,
      value,
      valueText: print(value),
      share,
      shareText: percent(share),
      conversionText: before ? percent(shareOf(value, before.value)) : null,
      ...(raw === undefined ? {} : { raw }),
    };
  };
}

function shareOf(part: number | null, whole: number | null): number | null {
  return part === null || part < 0 || whole === null || whole <= 0 ? null : part / whole;
}

function overall(stages: FunnelStage[]): string | null {
  const [first, last] = [stages[0], stages.at(-1)];
  if (!first || !last || stages.length < 2 || last.share === null) return null;
  return `${last.shareText} from ${first.name} to ${last.name}`;
}

function cutNotice(count: number, locale: string): Notice[] {
  if (count <= MAX_STAGES) return [];
  const text = `Showing the first ${MAX_STAGES} of ${printCount(count, locale)} stages.`;
  return [{ kind: "truncated", text }];
}
