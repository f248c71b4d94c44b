/** Everything that can be wrong with a query before values are given, found at the part it is about. */
import type { SchemaTable } from "@/lib/data-sources/schemas";
import { InvalidInputError } from "@/lib/errors";
import type { ParameterDefinition } from "@/lib/queries/schemas";
import { checkFilters } from "./check-filters";
import { closest, TYPE_WORDS } from "./expression";
import { type BuilderProblem, checkColumn, checkField, checkText, type Report } from "./check-fields";
import { createModel, fieldType, findSchemaTable, type Model } from "./model";
import type { BuilderQuery, Measure } from "./schema";

export type { BuilderProblem } from "./check-fields";

/**
 * The problems in the order of the query's parts; none for a query that can be compiled. With the source's tables,
 * names are looked up there; with the parameters, those that filters use.
 */
export function checkBuilder(
  builder: BuilderQuery,
  tables?: readonly SchemaTable[],
  parameters?: readonly ParameterDefinition[],
): BuilderProblem[] {
  return checkModel(createModel(builder, tables), tables, parameters);
}

export function checkModel(
  model: Model,
  schema?: readonly SchemaTable[],
  parameters?: readonly ParameterDefinition[],
): BuilderProblem[] {
  const problems: BuilderProblem[] = [];
  const report: Report = (path, message, position) =>
    problems.push({ path, message, ...(position === undefined ? {} : { position }) });
  const { builder } = model;
  checkIds(builder, report);
  builder.tables.forEach((_table, index) => checkTable(model, index, schema, report));
  checkCalculated(model, report);
  builder.dimensions.forEach((_dimension, index) => checkDimension(model, index, schema, report));
  builder.measures.forEach((measure, index) => checkMeasure(model, measure, index, schema, report));
  if (builder.dimensions.length + builder.measures.length === 0)
    report(["dimensions"], "Choose a column to show, or something to measure.");
  checkFilters(model, { schema, parameters, report });
  checkSort(builder, report);
  return problems;
}

/** Throws InvalidInputError with `details.fields` by path, e.g. `builder.filters.items.0.value`. */
export function requireSound(problems: readonly BuilderProblem[]): void {
  const [first] = problems;
  if (!first) return;
  const fields: Record<string, string> = {};
  for (const { path, message } of problems) fields[["builder", ...path].join(".")] ??= message;
  const position = first.position === undefined ? {} : { expressionPosition: first.position };
  throw new InvalidInputError(first.message, { fields, ...position });
}

function checkIds(builder: BuilderQuery, report: Report): void {
  const ids = new Set<string>();
  const names = new Set<string>();
  for (const part of ["tables", "calculated", "dimensions", "measures"] as const)
    builder[part].forEach(({ id }, index) => {
      if (ids.has(id))
        report([part, index, "id"], `Two parts of the query have the id ${id}. Each needs its own.`);
      ids.add(id);
    });
  for (const part of ["dimensions", "measures"] as const)
    builder[part].forEach(({ name }, index) => {
      const key = name.toLowerCase();
      if (names.has(key))
        report(
          [part, index, "name"],
          `Another column is called ${JSON.stringify(name)} too. Give this one another name.`,
        );
      else checkText(name, [part, index, "name"], report);
      names.add(key);
    });
}

function checkTable(
  model: Model,
  index: number,
  schema: readonly SchemaTable[] | undefined,
  report: Report,
): void {
  const { tables } = model.builder;
  const table = tables[index];
  if (!table) return;
  checkText(table.name + table.schema, ["tables", index, "name"], report);
  if (schema && !findSchemaTable(schema, table)) {
    const near = closest(
      table.name,
      schema.map(({ name }) => name),
    );
    report(
      ["tables", index, "name"],
      `The source has no table ${JSON.stringify(table.name)}.${near ? ` Did you mean ${near}?` : ""}`,
    );
  }
  const { join } = table;
  if (index === 0) {
    if (join)
      report(
        ["tables", 0, "join"],
        "The first table is where the query begins: it is not joined to another.",
      );
    return;
  }
  if (!join)
    return report(["tables", index, "join"], `Say how ${table.name} belongs to the tables before it.`);
  const to = tables.slice(0, index).find(({ id }) => id === join.to);
  if (!to) {
    const isLater = tables.some(({ id }) => id === join.to);
    const message = isLater
      ? "A table can be joined only to one before it."
      : `There is no table ${join.to} before it.`;
    return report(["tables", index, "join", "to"], `${table.name}: ${message}`);
  }
  join.on.forEach(({ left, right }, at) => {
    checkColumn(to, left, schema, ["tables", index, "join", "on", at, "left"], report);
    checkColumn(table, right, schema, ["tables", index, "join", "on", at, "right"], report);
  });
}

function checkCalculated(model: Model, report: Report): void {
  const names = new Set<string>();
  model.builder.calculated.forEach(({ id, name, expression }, index) => {
    const key = name.toLowerCase();
    if (names.has(key))
      report(
        ["calculated", index, "name"],
        `Another calculated column is called ${JSON.stringify(name)} too.`,
      );
    names.add(key);
    const node = model.calculated.get(id);
    if (node instanceof Error) {
      const position = Math.min(node.details.position ?? 1, expression.length + 1);
      report(["calculated", index, "expression"], node.message, position);
    }
  });
}

function checkDimension(
  model: Model,
  index: number,
  schema: readonly SchemaTable[] | undefined,
  report: Report,
): void {
  const dimension = model.builder.dimensions[index];
  if (!dimension) return;
  checkField(model, dimension.field, schema, ["dimensions", index, "field"], report);
  const type = fieldType(model, dimension.field);
  const { grain } = dimension;
  if (grain === null || type === null) return;
  if (type !== "date" && type !== "timestamp")
    report(
      ["dimensions", index, "grain"],
      `Only dates are grouped by ${grain.replaceAll("_", " ")}, and this is ${TYPE_WORDS[type]}.`,
    );
  else if (type === "date" && (grain === "hour" || grain === "hour_of_day"))
    report(["dimensions", index, "grain"], "A date has no hours. Choose day, week, month, quarter or year.");
}

function checkMeasure(
  model: Model,
  measure: Measure,
  index: number,
  schema: readonly SchemaTable[] | undefined,
  report: Report,
): void {
  if (measure.kind === "count") return;
  if (measure.kind === "ratio") {
    for (const side of ["numerator", "denominator"] as const) {
      const other = model.measures.get(measure[side]);
      const path = ["measures", index, side];
      if (!other) report(path, "Choose the measure that is divided, and the one it is divided by.");
      else if (other.kind === "ratio")
        report(path, `${other.name} is a ratio itself. Choose a measure that is none.`);
      else if ((other.kind === "min" || other.kind === "max") && fieldType(model, other.field) !== "number")
        report(path, `${other.name} is not a number, and cannot be divided.`);
    }
    return;
  }
  const path = ["measures", index, "field"];
  checkField(model, measure.field, schema, path, report);
  const type = fieldType(model, measure.field);
  if (type === null || measure.kind === "count_distinct") return;
  const isOrdered = measure.kind === "min" || measure.kind === "max";
  if (isOrdered ? type === "boolean" : type !== "number")
    report(
      path,
      `The ${measure.kind.replaceAll("_", " ")} is of ${isOrdered ? "numbers, dates and texts" : "numbers"}, and this is ${TYPE_WORDS[type]}.`,
    );
}

function checkSort(builder: BuilderQuery, report: Report): void {
  const outputs = [...builder.dimensions, ...builder.measures].map(({ id }) => id);
  const seen = new Set<string>();
  builder.sort.forEach(({ by }, index) => {
    if (!outputs.includes(by))
      report(["sort", index, "by"], "This column is not part of the result any more. Choose another.");
    else if (seen.has(by)) report(["sort", index, "by"], "The result is sorted by this column already.");
    seen.add(by);
  });
}
