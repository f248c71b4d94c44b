/** What foreign keys reach from the tables of a query, in both directions and in words. Pure. */
import type { SchemaTable, SourceSchema } from "@/lib/data-sources/schemas";
import { type JoinSuggestion, suggestJoins } from "@/lib/queries/builder/joins";
import type { BuilderQuery, BuilderTable } from "@/lib/queries/builder/schema";
import { findTable, tableLabel } from "./schema-lookups";

export type RelatedTable = {
  table: SchemaTable;
  /** To be added in this order; the last one is the table itself. */
  added: BuilderTable[];
  words: string;
};

/** In a source with more tables, those further away are found when they are asked for by name. */
const LOOKED_THROUGH = 100;

/** The ways to every table that is reached: the direct ones first, those that do not multiply rows before others. */
export function relatedTables(query: BuilderQuery, schema: SourceSchema | undefined): RelatedTable[] {
  const tables = schema?.tables ?? [];
  const isNear = (table: SchemaTable) =>
    query.tables.some((from) => pointsTo(findTable(schema, from), table) || pointsTo(table, from));
  const candidates = tables.length > LOOKED_THROUGH ? tables.filter(isNear) : tables;
  return candidates
    .flatMap((table) => waysTo(query, schema, table))
    .sort(
      (one, other) =>
        one.added.length - other.added.length || Number(one.multiplies) - Number(other.multiplies),
    )
    .map(({ multiplies: _multiplies, ...related }) => related);
}

/** The ways to one table. */
export function waysTo(
  query: BuilderQuery,
  schema: SourceSchema | undefined,
  table: SchemaTable,
): (RelatedTable & { multiplies: boolean })[] {
  return (
    suggestJoins(schema?.tables ?? [], query.tables, table)
      // What is there already is joined again only by a key of its own, as a manager is to a person.
      .filter(({ tables: added }) => added.length === 1 || !isPart(query, table))
      .filter(({ tables: added }) => !isJoined(query, added))
      .map((suggestion) => ({
        table,
        added: suggestion.tables,
        words: wayWords(query, schema, suggestion),
        multiplies: suggestion.multipliesRows,
      }))
  );
}

/** "By appointments.clinic_id", "Through appointments"; says when one row may have several partners. */
function wayWords(query: BuilderQuery, schema: SourceSchema | undefined, way: JoinSuggestion): string {
  const [first] = way.tables;
  const from = query.tables.find(({ id }) => id === first?.join?.to);
  if (!first?.join || !from) return "";
  const several = way.multipliesRows ? `: a row of ${tableLabel(query, from)} may have several` : "";
  if (way.tables.length > 1) {
    const between = way.tables.slice(0, -1).map(({ name }) => name);
    return `Through ${between.join(" and ")}${several}`;
  }
  const { on } = first.join;
  const isPointing = findTable(schema, from)?.foreignKeys.some(
    (key) =>
      key.table === first.name &&
      key.schema === first.schema &&
      key.columns.every((column) => on.some(({ left }) => left === column)),
  );
  const columns = isPointing
    ? on.map(({ left }) => `${from.name}.${left}`)
    : on.map(({ right }) => `${first.name}.${right}`);
  return `By ${columns.join(" and ")}${several}`;
}

const isPart = (query: BuilderQuery, { schema, name }: SchemaTable): boolean =>
  query.tables.some((table) => table.schema === schema && table.name === name);

const pointsTo = (
  from: SchemaTable | undefined,
  { schema, name }: Pick<BuilderTable, "schema" | "name">,
): boolean => from?.foreignKeys.some((key) => key.schema === schema && key.table === name) ?? false;

/** The very same tables by the very same columns, whichever of the two was joined to the other. */
function isJoined(query: BuilderQuery, added: readonly BuilderTable[]): boolean {
  const [wanted] = added;
  if (added.length !== 1 || !wanted?.join) return false;
  const { join } = wanted;
  const from = query.tables.find(({ id }) => id === join.to);
  const isSameTable = (one: BuilderTable | undefined, other: BuilderTable) =>
    one?.name === other.name && one.schema === other.schema;
  return query.tables.some((table) => {
    if (!table.join) return false;
    const partner = query.tables.find(({ id }) => id === table.join?.to);
    const isSame = table.join.to === join.to && isSameTable(table, wanted);
    const isTurned = table.id === from?.id && isSameTable(partner, wanted);
    return (
      (isSame && pairsOf(table.join.on) === pairsOf(join.on)) ||
      (isTurned && pairsOf(table.join.on, true) === pairsOf(join.on))
    );
  });
}

const pairsOf = (pairs: readonly { left: string; right: string }[], isTurned = false): string =>
  pairs
    .map(({ left, right }) => JSON.stringify(isTurned ? [right, left] : [left, right]))
    .sort()
    .join();
