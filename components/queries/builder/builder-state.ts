/** Changes of a builder query. Pure: each takes a query and answers the next one. */
import { columnLabel } from "@/lib/charts/columns";
import type {
  BuilderQuery,
  BuilderTable,
  CalculatedColumn,
  Dimension,
  FieldRef,
  Measure,
  TimeGrain,
} from "@/lib/queries/builder/schema";
import { emptyBuilder } from "@/lib/queries/builder/model";
import { NO_FILTERS } from "@/lib/queries/builder/schema";
import { renameInExpression } from "./expression-names";
import type { Reads } from "./remove-parts";
import { newId, newName, outputNames } from "./builder-names";
import { type MeasureDraft, measureName } from "./measure-kinds";

export type TableName = { schema: string; name: string };
export type Join = NonNullable<BuilderTable["join"]>;
export type Sort = BuilderQuery["sort"][number];

export const NO_TABLE: BuilderQuery = {
  tables: [],
  calculated: [],
  dimensions: [],
  measures: [],
  filters: NO_FILTERS,
  having: NO_FILTERS,
  sort: [],
  limit: null,
};

/** A query that begins with this table and asks nothing yet. */
export function beginWith({ schema, name }: TableName): BuilderQuery {
  return emptyBuilder({ schema, name });
}

/** Adds the tables of a way that was suggested: their joins name one another. */
export function addTables(query: BuilderQuery, tables: readonly BuilderTable[]): BuilderQuery {
  const ids = new Map<string, string>();
  return tables.reduce((changed, table) => {
    if (!table.join) return changed;
    const id = newId(changed, table.name);
    const to = ids.get(table.join.to) ?? table.join.to;
    ids.set(table.id, id);
    return { ...changed, tables: [...changed.tables, { ...table, id, join: { ...table.join, to } }] };
  }, query);
}

export function addTable(query: BuilderQuery, { schema, name }: TableName, join: Join): BuilderQuery {
  return { ...query, tables: [...query.tables, { id: newId(query, name), schema, name, join }] };
}

export function changeJoin(query: BuilderQuery, tableId: string, change: Partial<Join>): BuilderQuery {
  const tables = query.tables.map((table) =>
    table.id === tableId && table.join ? { ...table, join: { ...table.join, ...change } } : table,
  );
  return { ...query, tables };
}

/** The words a field is called by until somebody names it: "Name", "Amount". */
export function fieldName(query: BuilderQuery, field: FieldRef): string {
  if (field.kind === "column") return columnLabel(field.column);
  return query.calculated.find(({ id }) => id === field.id)?.name ?? "Calculated column";
}

export const GRAIN_NAMES: Record<TimeGrain, string> = {
  hour: "Hour",
  day: "Day",
  week: "Week",
  month: "Month",
  quarter: "Quarter",
  year: "Year",
  hour_of_day: "Hour of day",
  day_of_week: "Day of week",
  month_of_year: "Month of year",
};

/** "Month" for a date cut to months, the table's own word ("Clinic") for its name column, else the field's. */
export function dimensionName(query: BuilderQuery, field: FieldRef, grain: TimeGrain | null): string {
  if (grain) return GRAIN_NAMES[grain];
  const table = field.kind === "column" ? query.tables.find(({ id }) => id === field.table) : undefined;
  if (table && field.kind === "column" && /^(name|title|label)$/i.test(field.column))
    return columnLabel(singular(table.name));
  return fieldName(query, field);
}

/** "Clinics" → "clinic", "categories" → "category"; words it does not know stay. */
const singular = (word: string) =>
  word
    .replace(/ies$/i, "y")
    .replace(/(?<=(x|ch|sh|ss))es$/i, "")
    .replace(/(?<![su])s$/i, "");

const isTime = (field: FieldRef) =>
  field.kind === "column" && (field.type === "date" || field.type === "timestamp");

/** With measures, a date is cut to months: rows by the second group nothing. */
export function addDimension(query: BuilderQuery, field: FieldRef): BuilderQuery {
  const grain: TimeGrain | null = isTime(field) && query.measures.length > 0 ? "month" : null;
  const wanted = dimensionName(query, field, grain);
  const named = outputNames(query).some((name) => name.toLowerCase() === wanted.toLowerCase())
    ? qualifiedName(query, field, wanted)
    : wanted;
  const dimension: Dimension = {
    id: newId(query, wanted),
    name: newName(outputNames(query), named),
    field,
    grain,
  };
  return { ...query, dimensions: [...query.dimensions, dimension] };
}

/** "Clinics name", where "Name" is taken by another table's column. */
function qualifiedName(query: BuilderQuery, field: FieldRef, name: string): string {
  const table = field.kind === "column" ? query.tables.find(({ id }) => id === field.table) : undefined;
  return table ? columnLabel(`${table.name}_${name.toLowerCase()}`) : name;
}

/** A name that nobody has written follows the grain. */
export function setGrain(query: BuilderQuery, id: string, grain: TimeGrain | null): BuilderQuery {
  return changeDimension(query, id, (dimension) => {
    const before = dimensionName(query, dimension.field, dimension.grain);
    const isOwn = !dimension.name.startsWith(before);
    const others = outputNames(query).filter((name) => name !== dimension.name);
    const wanted = dimensionName(query, dimension.field, grain);
    return { ...dimension, grain, name: isOwn ? dimension.name : newName(others, wanted) };
  });
}

export function changeDimension(
  query: BuilderQuery,
  id: string,
  change: (dimension: Dimension) => Dimension,
): BuilderQuery {
  return {
    ...query,
    dimensions: query.dimensions.map((entry) => (entry.id === id ? change(entry) : entry)),
  };
}

/** The first measure turns a list of rows into groups: dates shown as they are become months. */
export function addMeasure(query: BuilderQuery, draft: MeasureDraft): BuilderQuery {
  const wanted = measureName(query, draft);
  const measure: Measure = {
    ...draft,
    id: newId(query, wanted),
    name: newName(outputNames(query), wanted),
  };
  const grouped = query.measures.length > 0 ? query : groupTimes(query);
  return { ...grouped, measures: [...grouped.measures, measure] };
}

function groupTimes(query: BuilderQuery): BuilderQuery {
  return query.dimensions
    .filter(({ field, grain }) => grain === null && isTime(field))
    .reduce((changed, { id }) => setGrain(changed, id, "month"), query);
}

/** Puts another measure in the place of one; a name that nobody has written follows what it measures. */
export function changeMeasure(query: BuilderQuery, id: string, next: Measure): BuilderQuery {
  const measures = query.measures.map((measure) => {
    if (measure.id !== id) return measure;
    const isOwn = next.name !== measure.name || !measure.name.startsWith(measureName(query, measure));
    const others = outputNames(query).filter((name) => name !== measure.name);
    return isOwn ? next : { ...next, name: newName(others, measureName(query, next)) };
  });
  return { ...query, measures };
}

export function addCalculated(query: BuilderQuery, name: string, expression: string): BuilderQuery {
  const taken = query.calculated.map((entry) => entry.name);
  const column = { id: newId(query, name), name: newName(taken, name), expression };
  return { ...query, calculated: [...query.calculated, column] };
}

export function setExpression(query: BuilderQuery, id: string, expression: string): BuilderQuery {
  return changeCalculated(query, id, (column) => ({ ...column, expression }));
}

/** Expressions that use the column call it by its new name; `reads` tells which they are. */
export function renameCalculated(query: BuilderQuery, id: string, name: string, reads: Reads): BuilderQuery {
  const before = query.calculated.find((column) => column.id === id)?.name;
  if (before === undefined) return query;
  const others = query.calculated.filter((column) => column.id !== id).map((column) => column.name);
  const next = newName(others, name);
  const renamed = changeCalculated(query, id, (column) => ({ ...column, name: next }));
  const calculated = renamed.calculated.map((column) =>
    reads.get(column.id)?.has(id)
      ? { ...column, expression: renameInExpression(column.expression, before, next) }
      : column,
  );
  return { ...renamed, calculated };
}

function changeCalculated(
  query: BuilderQuery,
  id: string,
  change: (column: CalculatedColumn) => CalculatedColumn,
): BuilderQuery {
  return { ...query, calculated: query.calculated.map((entry) => (entry.id === id ? change(entry) : entry)) };
}

/** Numbers begin with the greatest, everything else with the least. */
export function addSort(query: BuilderQuery, by: string): BuilderQuery {
  const direction = query.measures.some(({ id }) => id === by) ? "descending" : "ascending";
  return { ...query, sort: [...query.sort, { by, direction }] };
}
