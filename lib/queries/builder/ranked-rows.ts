/**
 * Percentiles where the source has no function for them: every row learns its rank in its group and how many values
 * the group has, and the percentile is read off the two values beside its place (PERCENTILE_CONT of SQL:2003).
 */
import { type AliasedExpression, sql } from "kysely";
import type { SqlDialect } from "./dialects";
import type { Fragment } from "./fragments";
import type { FieldRef, Measure } from "./schema";
import { readField, type Scope } from "./scope";

export type RankedColumns = { value: Fragment; rank: Fragment; count: Fragment };

/** The rows with their ranks, and how the statement around them reads what they have. */
export type RankedRows = {
  selections: AliasedExpression<unknown, string>[];
  /** In the order of the dimensions. */
  groups: Fragment[];
  columnsByMeasure: ReadonlyMap<string, RankedColumns>;
};

/** The name of the rows in the statement around them. */
export const RANKED = "ranked";

type FieldMeasure = Extract<Measure, { field: FieldRef }>;

/** `groups` are what rows are grouped by. null where no measure needs ranks. */
export function rankRows(scope: Scope, groups: Fragment[]): RankedRows | null {
  const measures = scope.model.builder.measures.filter(
    (measure): measure is FieldMeasure => "field" in measure,
  );
  const ranked = new Set(measures.filter(isPercentile).map(({ field }) => JSON.stringify(field)));
  if (scope.dialect.percentile || ranked.size === 0) return null;
  // Three percentiles of one column share its ranks.
  const fields = new Map(measures.map(({ field }) => [JSON.stringify(field), field]));
  const columns = [...fields].map(([key, field], index) => ({ key, field, number: index + 1 }));
  const partition = groups.length > 0 ? sql`partition by ${sql.join(groups)}` : sql``;
  const selections = columns.flatMap(({ key, field, number }) => {
    const value = readField(scope, field);
    const ranks = [
      sql`row_number() over (${partition} order by ${value} is null, ${value})`.as(`rank${number}`),
      sql`count(${value}) over (${partition})`.as(`count${number}`),
    ];
    return [value.as(`value${number}`), ...(ranked.has(key) ? ranks : [])];
  });
  const read = (name: string): Fragment => sql`${sql.id(RANKED, name)}`;
  const numbers = new Map(columns.map(({ key, number }) => [key, number]));
  return {
    selections: [...groups.map((group, index) => group.as(`group${index + 1}`)), ...selections],
    groups: groups.map((_group, index) => read(`group${index + 1}`)),
    columnsByMeasure: new Map(
      measures.map(({ id, field }) => {
        const number = numbers.get(JSON.stringify(field));
        return [
          id,
          { value: read(`value${number}`), rank: read(`rank${number}`), count: read(`count${number}`) },
        ];
      }),
    ),
  };
}

const isPercentile = ({ kind }: Measure): boolean => kind === "median" || kind === "percentile";

/** `fraction` is 0 to 1. Groups without a value have no percentile. */
export function percentileOfRanks(
  dialect: SqlDialect,
  { value, rank, count }: RankedColumns,
  fraction: number,
): Fragment {
  const place = sql`${sql.lit(fraction)} * (${count} - 1)`;
  const at = (position: Fragment): Fragment =>
    dialect.approximate(sql`max(case when ${rank} = ${position} + 1 then ${value} end)`);
  const [below, above] = [at(dialect.floor(place)), at(dialect.ceil(place))];
  const share = sql`max(${place} - ${dialect.floor(place)})`;
  return sql`(${below} + (${above} - ${below}) * ${share})`;
}
