/** Removing a part of the query, with everything that cannot stand without it. Pure. */
import type { BuilderQuery, FieldRef, Filter } from "@/lib/queries/builder/schema";
import { filtersOf, keepFilters } from "./filter-tree";

/** What falls away, by the names people gave; `filters` and `groupFilters` are counted. */
export type Losses = {
  tables: string[];
  calculated: string[];
  dimensions: string[];
  measures: string[];
  filters: number;
  groupFilters: number;
};

/** Tables, calculated columns, dimensions and measures share one space of ids. */
type Ids = ReadonlySet<string>;

/** For each calculated column the ids of the tables and calculated columns it reads. */
export type Reads = ReadonlyMap<string, Ids>;

/** Removes the part with this id, and what depends on it. `losses` leaves out the part itself. */
export function removePart(
  query: BuilderQuery,
  id: string,
  reads: Reads,
): { query: BuilderQuery; losses: Losses } {
  const gone = withDependents(query, id, reads);
  const stands = (entry: { id: string }) => !gone.has(entry.id);
  const keepsFilter = (filter: Filter) => !isGone(filter.field, gone);
  const next: BuilderQuery = {
    ...query,
    tables: query.tables.filter(stands),
    calculated: query.calculated.filter(stands),
    dimensions: query.dimensions.filter(stands),
    measures: query.measures.filter(stands),
    filters: keepFilters(query.filters, keepsFilter),
    having: keepFilters(query.having, keepsFilter),
    sort: query.sort.filter(({ by }) => !gone.has(by)),
  };
  const lost = <Entry extends { id: string; name: string }>(entries: readonly Entry[]) =>
    entries.filter((entry) => entry.id !== id && gone.has(entry.id)).map((entry) => entry.name);
  return {
    query: next,
    losses: {
      tables: lost(query.tables),
      calculated: lost(query.calculated),
      dimensions: lost(query.dimensions),
      measures: lost(query.measures),
      filters: filtersOf(query.filters).length - filtersOf(next.filters).length,
      groupFilters: filtersOf(query.having).length - filtersOf(next.having).length,
    },
  };
}

/** The id and all that needs it, until nothing more is found. */
function withDependents(query: BuilderQuery, id: string, reads: Reads): Ids {
  const gone = new Set([id]);
  for (let before = 0; before !== gone.size; ) {
    before = gone.size;
    for (const table of query.tables) if (table.join && gone.has(table.join.to)) gone.add(table.id);
    for (const column of query.calculated)
      if ([...(reads.get(column.id) ?? [])].some((read) => gone.has(read))) gone.add(column.id);
    for (const dimension of query.dimensions) if (isGone(dimension.field, gone)) gone.add(dimension.id);
    for (const measure of query.measures) {
      const isMissing =
        ("field" in measure && isGone(measure.field, gone)) ||
        (measure.kind === "ratio" && (gone.has(measure.numerator) || gone.has(measure.denominator)));
      if (isMissing) gone.add(measure.id);
    }
  }
  return gone;
}

const isGone = (field: Filter["field"] | FieldRef, gone: Ids): boolean =>
  gone.has(field.kind === "column" ? field.table : field.id);

export const losesAnything = (losses: Losses): boolean =>
  Object.values(losses).some((lost) => (typeof lost === "number" ? lost > 0 : lost.length > 0));

/** One line a kind: "Columns: Clinic, Region". */
export function lossLines(losses: Losses): string[] {
  const named = (label: string, names: string[]) =>
    names.length === 0 ? [] : [`${label}: ${names.join(", ")}`];
  const counted = (count: number, one: string, many: string) =>
    count === 0 ? [] : [`${count} ${count === 1 ? one : many}`];
  return [
    ...named("Joined tables", losses.tables),
    ...named("Calculated columns", losses.calculated),
    ...named("Columns", losses.dimensions),
    ...named("Measures", losses.measures),
    ...counted(losses.filters, "filter", "filters"),
    ...counted(losses.groupFilters, "condition on groups", "conditions on groups"),
  ];
}

/** Everything the query would lose by beginning with another table. */
export function allLosses(query: BuilderQuery): Losses {
  const names = (entries: readonly { name: string }[]) => entries.map(({ name }) => name);
  return {
    tables: names(query.tables.slice(1)),
    calculated: names(query.calculated),
    dimensions: names(query.dimensions),
    measures: names(query.measures),
    filters: filtersOf(query.filters).length,
    groupFilters: filtersOf(query.having).length,
  };
}
