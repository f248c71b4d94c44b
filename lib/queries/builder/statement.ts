/** The parts of a query put together as one SELECT. */
import {
  type AliasedExpression,
  type Expression,
  type Kysely,
  type SelectQueryBuilder,
  type SqlBool,
  sql,
} from "kysely";
import { groupCondition } from "./conditions";
import type { Fragment } from "./fragments";
import { dimensionFragment, measureFragment } from "./measures";
import { RANKED, rankRows } from "./ranked-rows";
import type { BuilderTable } from "./schema";
import type { Scope } from "./scope";
import type { AnyTables } from "./statement-compiler";

/**
 * With measures, rows are grouped by the dimensions, and those break ties of the sort order, so that equal data gives
 * equal results. Without, it is a list of rows in the order asked for.
 */
export function writeStatement(db: Kysely<AnyTables>, scope: Scope): string {
  const { builder } = scope.model;
  const isGrouped = builder.measures.length > 0;
  const dimensions = builder.dimensions.map((dimension) => dimensionFragment(scope, dimension, isGrouped));
  const ranked = rankRows(scope, dimensions);
  const rows = rowsOf(db, scope);
  if (!ranked) return finish(rows.select(selections(scope, dimensions)), scope);
  const outer = { ...scope, ranked: ranked.columnsByMeasure };
  const from = rows.select(ranked.selections).as(RANKED);
  return finish(db.selectFrom(from).select(selections(outer, ranked.groups)), outer);
}

type Rows = SelectQueryBuilder<AnyTables, string, object>;

/** The rows of the tables that the filters let through. */
function rowsOf(db: Kysely<AnyTables>, scope: Scope): Rows {
  const { builder } = scope.model;
  const [first, ...others] = builder.tables;
  if (!first) throw new Error("checked before");
  let query: Rows = db.selectFrom(tableAs(first));
  for (const table of others) {
    const on = joinCondition(table);
    query =
      table.join?.kind === "inner"
        ? query.innerJoin(tableAs(table), (join) => join.on(on))
        : query.leftJoin(tableAs(table), (join) => join.on(on));
  }
  const where = groupCondition(scope, builder.filters, "builder.filters");
  return where ? query.where(asCondition(where)) : query;
}

function finish(selected: Rows, scope: Scope): string {
  const { builder } = scope.model;
  const isGrouped = builder.measures.length > 0;
  let query = selected;
  if (isGrouped && builder.dimensions.length > 0)
    query = query.groupBy(builder.dimensions.map((_dimension, index) => sql`${sql.lit(index + 1)}`));
  const having = groupCondition(scope, builder.having, "builder.having");
  if (having) query = query.having(asCondition(having));
  for (const order of orderOf(scope, isGrouped)) query = query.orderBy(order);
  if (builder.limit !== null) query = query.limit(sql.lit(builder.limit));
  return query.compile().sql;
}

const asCondition = (fragment: Fragment) => fragment as Expression<SqlBool>;

const tableAs = (table: BuilderTable): AliasedExpression<Record<string, unknown>, string> =>
  sql<Record<string, unknown>>`${table.schema ? sql.id(table.schema, table.name) : sql.id(table.name)}`.as(
    table.id,
  );

function joinCondition({ id, join }: BuilderTable): Expression<SqlBool> {
  if (!join) throw new Error("checked before");
  const pairs = join.on.map(({ left, right }) => sql`${sql.id(join.to, left)} = ${sql.id(id, right)}`);
  return asCondition(sql`${sql.join(pairs, sql` and `)}`);
}

function selections(scope: Scope, groups: Fragment[]): AliasedExpression<unknown, string>[] {
  const { dimensions, measures } = scope.model.builder;
  return [
    ...dimensions.map(({ name }, index) => (groups[index] ?? sql`null`).as(name)),
    ...measures.map((measure) => measureFragment(scope, measure).as(measure.name)),
  ];
}

function orderOf(scope: Scope, isGrouped: boolean): Fragment[] {
  const { builder, measures } = scope.model;
  const outputs = [...builder.dimensions, ...builder.measures];
  const rest = isGrouped
    ? builder.dimensions.filter(({ id }) => !builder.sort.some(({ by }) => by === id))
    : [];
  const sort = [...builder.sort, ...rest.map(({ id }) => ({ by: id, direction: "ascending" as const }))];
  return sort.flatMap(({ by, direction }) => {
    const index = outputs.findIndex(({ id }) => id === by);
    const measure = measures.get(by);
    const value = measure ? measureFragment(scope, measure) : sql`${sql.id(outputs[index]?.name ?? "")}`;
    return scope.dialect.order(index + 1, value, direction);
  });
}
