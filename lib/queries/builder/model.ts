/** What the parts of a query refer to: types of fields, calculated columns in order, columns of the result. */
import type { ColumnType, ResultColumn } from "@/lib/charts/types";
import type { SchemaTable } from "@/lib/data-sources/schemas";
import {
  columnsIn,
  inBrackets,
  isWritten,
  ExpressionError,
  type NamedField,
  type TypedNode,
  typeExpression,
} from "./expression";
import type {
  BuilderQuery,
  BuilderTable,
  CalculatedColumn,
  ColumnRef,
  FieldRef,
  FilterGroup,
  Measure,
} from "./schema";
import { NO_FILTERS } from "./schema";

export type Model = {
  builder: BuilderQuery;
  tables: Map<string, BuilderTable>;
  calculated: Map<string, TypedNode | ExpressionError>;
  measures: Map<string, Measure>;
};

/** A calculated column spelled out with those it uses has this many parts at most. */
const MOST_PARTS = 5000;

/** `schema` is what the source offers; without it, the columns that the query itself names are known. */
export function createModel(builder: BuilderQuery, schema?: readonly SchemaTable[]): Model {
  const model: Model = {
    builder,
    tables: new Map(builder.tables.map((table) => [table.id, table])),
    calculated: new Map(),
    measures: new Map(builder.measures.map((measure) => [measure.id, measure])),
  };
  const columns = namedColumns(builder, schema);
  const sizes = new Map<string, number>();
  for (const column of builder.calculated) resolve(column, model, columns, sizes, []);
  return model;
}

function resolve(
  column: CalculatedColumn,
  model: Model,
  columns: NamedField[],
  sizes: Map<string, number>,
  path: CalculatedColumn[],
): TypedNode | ExpressionError {
  const known = model.calculated.get(column.id);
  if (known) return known;
  if (path.includes(column)) {
    const names = [...path.slice(path.indexOf(column)), column].map(({ name }) => inBrackets(name));
    return new ExpressionError(`A calculated column cannot use itself: ${names.join(" uses ")}.`, 1);
  }
  const result = typed(column, model, columns, sizes, [...path, column]);
  model.calculated.set(column.id, result);
  return result;
}

function typed(
  column: CalculatedColumn,
  model: Model,
  columns: NamedField[],
  sizes: Map<string, number>,
  path: CalculatedColumn[],
): TypedNode | ExpressionError {
  const others: NamedField[] = [];
  for (const name of columnsIn(column.expression)) {
    const other = model.builder.calculated.find((each) => isWritten(each.name, name));
    if (!other || others.some(({ ref }) => ref.kind === "calculated" && ref.id === other.id)) continue;
    // A column of the source comes first: [amount] in a calculated column "amount" is the source's.
    if (columns.some((field) => field.names.some((each) => isWritten(each, name)))) continue;
    const node = resolve(other, model, columns, sizes, path);
    if (node instanceof Error) {
      const message = node.message.startsWith("A calculated column cannot")
        ? node.message
        : `${inBrackets(other.name)} has a problem of its own.`;
      return new ExpressionError(message, Math.max(1, column.expression.indexOf(inBrackets(name)) + 1));
    }
    others.push({ names: [other.name], ref: { kind: "calculated", id: other.id }, type: node.type });
  }
  try {
    const node = typeExpression(column.expression, [...columns, ...others]);
    const size = sizeOf(node, sizes);
    if (size > MOST_PARTS)
      return new ExpressionError("With the calculated columns it uses, this one is too long.", 1);
    sizes.set(column.id, size);
    return node;
  } catch (error) {
    if (error instanceof ExpressionError) return error;
    throw error;
  }
}

function sizeOf(node: TypedNode, sizes: Map<string, number>): number {
  if (node.kind === "field") return node.ref.kind === "calculated" ? (sizes.get(node.ref.id) ?? 1) : 1;
  return node.kind === "operation" ? node.args.reduce((sum, arg) => sum + sizeOf(arg, sizes), 1) : 1;
}

function namedColumns(builder: BuilderQuery, schema: readonly SchemaTable[] | undefined): NamedField[] {
  const refs = new Map<string, ColumnRef>();
  const add = (ref: ColumnRef) => refs.set(JSON.stringify([ref.table, ref.column]), ref);
  for (const ref of fieldsOf(builder)) if (ref.kind === "column") add(ref);
  for (const table of builder.tables) {
    const found = findSchemaTable(schema, table);
    for (const { name, valueType } of found?.columns ?? [])
      add({ kind: "column", table: table.id, column: name, type: valueType });
  }
  const tables = new Map(builder.tables.map((table) => [table.id, table]));
  return [...refs.values()].flatMap((ref) => {
    const table = tables.get(ref.table);
    if (!table) return [];
    return [
      {
        names: [ref.column, `${table.name}.${ref.column}`, `${ref.table}.${ref.column}`],
        ref,
        type: ref.type,
      },
    ];
  });
}

export const findSchemaTable = (
  schema: readonly SchemaTable[] | undefined,
  { schema: schemaName, name }: Pick<BuilderTable, "schema" | "name">,
): SchemaTable | undefined => schema?.find((table) => table.schema === schemaName && table.name === name);

/** Every field the query names, calculated columns' own included. */
export function fieldsOf(builder: BuilderQuery): FieldRef[] {
  return [
    ...builder.calculated.flatMap(({ columns }) => columns ?? []),
    ...builder.dimensions.map(({ field }) => field),
    ...builder.measures.flatMap((measure) => ("field" in measure ? [measure.field] : [])),
    ...filterFields(builder.filters),
  ];
}

const filterFields = (group: FilterGroup): FieldRef[] =>
  group.items.flatMap((item) =>
    item.kind === "group" ? filterFields(item) : item.field.kind === "measure" ? [] : [item.field],
  );

/**
 * The query with each calculated column knowing the columns of the source it uses: to be called before a query is
 * saved or run, where the source's schema is known. An expression that cannot be read keeps what it had.
 */
export function withExpressionColumns(builder: BuilderQuery, schema: readonly SchemaTable[]): BuilderQuery {
  const model = createModel(builder, schema);
  const calculated = builder.calculated.map((column) => {
    const node = model.calculated.get(column.id);
    return !node || node instanceof Error ? column : { ...column, columns: columnsOf(node) };
  });
  return { ...builder, calculated };
}

function columnsOf(node: TypedNode): ColumnRef[] {
  const refs = new Map<string, ColumnRef>();
  const visit = (part: TypedNode): void => {
    if (part.kind === "operation") part.args.forEach(visit);
    if (part.kind === "field" && part.ref.kind === "column")
      refs.set(JSON.stringify([part.ref.table, part.ref.column]), part.ref);
  };
  visit(node);
  return [...refs.values()];
}

/** null for a field that does not exist or has a problem. */
export function fieldType(model: Model, ref: FieldRef): ColumnType | null {
  if (ref.kind === "column") return model.tables.has(ref.table) ? ref.type : null;
  const node = model.calculated.get(ref.id);
  return node && !(node instanceof Error) ? node.type : null;
}

export function measureType(model: Model, measure: Measure): ColumnType | null {
  if (measure.kind === "min" || measure.kind === "max") return fieldType(model, measure.field);
  return "number";
}

export type OutputColumn = Pick<ResultColumn, "name" | "type" | "role" | "unit"> & { id: string };

const REPEATING = new Set(["hour_of_day", "day_of_week", "month_of_year"]);

/** The columns of the result in order: dimensions, then measures. Those with a problem are texts. */
export function outputColumns(builder: BuilderQuery, schema?: readonly SchemaTable[]): OutputColumn[] {
  const model = createModel(builder, schema);
  const dimensions = builder.dimensions.map(({ id, name, field, grain }): OutputColumn => {
    const own = fieldType(model, field) ?? "text";
    const type =
      grain === null ? own : grain === "hour" ? "timestamp" : REPEATING.has(grain) ? "number" : "date";
    const isTime = type === "date" || type === "timestamp";
    return { id, name, type, role: isTime ? "time" : "dimension" };
  });
  const measures = builder.measures.map((measure): OutputColumn => {
    const { id, name, unit } = measure;
    return {
      id,
      name,
      type: measureType(model, measure) ?? "text",
      role: "measure",
      ...(unit ? { unit } : {}),
    };
  });
  return [...dimensions, ...measures];
}

/** An id made of a table's name that is not taken. */
export function tableId(name: string, taken: ReadonlySet<string>): string {
  const words = name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "_")
    .replace(/^_+|_+$/g, "")
    .slice(0, 30);
  const base = /^[a-z]/.test(words) ? words : `t_${words}`.replace(/_$/, "");
  for (let count = 1; ; count += 1) {
    const id = count === 1 ? base : `${base}_${count}`;
    if (!taken.has(id)) return id;
  }
}

/** A query that begins with this table and asks nothing yet. */
export function emptyBuilder({ schema, name }: { schema: string; name: string }): BuilderQuery {
  return {
    tables: [{ id: tableId(name, new Set()), schema, name, join: null }],
    calculated: [],
    dimensions: [],
    measures: [],
    filters: NO_FILTERS,
    having: NO_FILTERS,
    sort: [],
    limit: null,
  };
}
