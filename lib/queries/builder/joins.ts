/** Ways from the tables of a query to another one, along foreign keys in both directions. */
import type { ForeignKey, SchemaTable } from "@/lib/data-sources/schemas";
import { tableId } from "./model";
import type { BuilderTable } from "./schema";

export type JoinSuggestion = {
  /** To be added in this order; the last one is the wanted table. */
  tables: BuilderTable[];
  /** One row of a table before may have several partners, so that sums over it count rows more than once. */
  multipliesRows: boolean;
};

type TableName = Pick<BuilderTable, "schema" | "name">;
type Edge = { from: string; to: string; on: { left: string; right: string }[]; isOneToMany: boolean };
type Step = { edge: Edge; before: Step | null; start: BuilderTable };

const MOST = 5;
const keyOf = ({ schema, name }: TableName): string => JSON.stringify([schema, name]);

/**
 * The shortest ways, at most five, those that do not multiply rows first; none when nothing points from one to the
 * other. A table that is part of the query already can be joined again, as its manager is to a person.
 */
export function suggestJoins(
  tables: readonly SchemaTable[],
  from: readonly BuilderTable[],
  wanted: TableName,
): JoinSuggestion[] {
  const edges = new Map<string, Edge[]>();
  for (const edge of edgesOf(tables)) edges.set(edge.from, [...(edges.get(edge.from) ?? []), edge]);
  const goal = keyOf(wanted);
  const seen = new Set(from.map(keyOf));
  let level: Step[] = from.flatMap((start) =>
    (edges.get(keyOf(start)) ?? []).map((edge) => ({ edge, before: null, start })),
  );
  while (level.length > 0) {
    const found = level.filter(({ edge }) => edge.to === goal);
    if (found.length > 0)
      return found
        .map((step) => suggestion(step, from))
        .sort((one, other) => Number(one.multipliesRows) - Number(other.multipliesRows))
        .slice(0, MOST);
    const reached = level.filter(({ edge }) => !seen.has(edge.to));
    for (const { edge } of reached) seen.add(edge.to);
    level = reached.flatMap((before) =>
      (edges.get(before.edge.to) ?? [])
        .filter(({ to }) => to === goal || !seen.has(to))
        .map((edge) => ({ edge, before, start: before.start })),
    );
  }
  return [];
}

function edgesOf(tables: readonly SchemaTable[]): Edge[] {
  const byKey = new Map(tables.map((table) => [keyOf(table), table]));
  return tables.flatMap((table) =>
    table.foreignKeys.flatMap((key): Edge[] => {
      const target = byKey.get(keyOf({ schema: key.schema, name: key.table }));
      if (!target || key.columns.length === 0 || key.columns.length !== key.referencedColumns.length)
        return [];
      const on = pairs(key);
      const back = on.map(({ left, right }) => ({ left: right, right: left }));
      return [
        { from: keyOf(table), to: keyOf(target), on, isOneToMany: false },
        { from: keyOf(target), to: keyOf(table), on: back, isOneToMany: !isKeyOf(table, key.columns) },
      ];
    }),
  );
}

const pairs = (key: ForeignKey): Edge["on"] =>
  key.columns.map((left, index) => ({ left, right: key.referencedColumns[index] ?? "" }));

/** A table whose own key points at another has one row for each of it at most. */
const isKeyOf = ({ primaryKey }: SchemaTable, columns: string[]): boolean =>
  primaryKey.length === columns.length && primaryKey.every((column) => columns.includes(column));

function suggestion(last: Step, from: readonly BuilderTable[]): JoinSuggestion {
  const steps: Step[] = [];
  for (let step: Step | null = last; step; step = step.before) steps.unshift(step);
  const taken = new Set(from.map(({ id }) => id));
  let to = last.start.id;
  const tables = steps.map(({ edge }): BuilderTable => {
    const [schema = "", name = ""] = JSON.parse(edge.to) as [string, string];
    const id = tableId(name, taken);
    taken.add(id);
    const table: BuilderTable = { id, schema, name, join: { kind: "left", to, on: edge.on } };
    to = id;
    return table;
  });
  return { tables, multipliesRows: steps.some(({ edge }) => edge.isOneToMany) };
}
