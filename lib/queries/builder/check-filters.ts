/** Conditions: does the operator fit the column, does the value fit both. */
import type { ColumnType } from "@/lib/charts/types";
import type { SchemaTable } from "@/lib/data-sources/schemas";
import type { ParameterDefinition } from "@/lib/queries/schemas";
import { checkField, type Report } from "./check-fields";
import { TYPE_WORDS } from "./expression";
import { fieldType, measureType, type Model } from "./model";
import { OPERATOR_NEEDS, OPERATORS_BY_TYPE } from "./operators";
import type { Filter, FilterGroup, FilterValue } from "./schema";
import { readLiteral } from "./values";

type Context = {
  schema: readonly SchemaTable[] | undefined;
  parameters: readonly ParameterDefinition[] | undefined;
  report: Report;
};
type Path = (string | number)[];

const DEEPEST = 3;
/** As many conditions as a person can look through, in all groups together. */
const MOST_CONDITIONS = 200;

export function checkFilters(model: Model, context: Context): void {
  for (const part of ["filters", "having"] as const) {
    if (count(model.builder[part]) > MOST_CONDITIONS)
      context.report([part], `These are more than ${MOST_CONDITIONS} conditions. Remove some.`);
    checkGroup(model, model.builder[part], part, [part], 1, context);
  }
}

const count = (group: FilterGroup): number =>
  group.items.reduce((sum, item) => sum + (item.kind === "group" ? count(item) : 1), 0);

function checkGroup(
  model: Model,
  group: FilterGroup,
  part: "filters" | "having",
  path: Path,
  depth: number,
  context: Context,
): void {
  if (depth > DEEPEST) return context.report(path, "Groups of conditions are at most three deep.");
  group.items.forEach((item, index) => {
    const itemPath = [...path, "items", index];
    if (item.kind === "group") checkGroup(model, item, part, itemPath, depth + 1, context);
    else checkFilter(model, item, part, itemPath, context);
  });
}

function checkFilter(
  model: Model,
  filter: Filter,
  part: "filters" | "having",
  path: Path,
  context: Context,
): void {
  const type = checkSubject(model, filter, part, path, context);
  if (type === null) return;
  const { operator, value } = filter;
  if (!OPERATORS_BY_TYPE[type].includes(operator))
    return context.report(
      [...path, "operator"],
      `"${operator.replaceAll("_", " ")}" does not fit: the column is ${TYPE_WORDS[type]}.`,
    );
  const need = OPERATOR_NEEDS[operator];
  if (need === "none") return;
  if (value === null)
    return context.report([...path, "value"], need === "range" ? "Choose the days." : "Enter a value.");
  const problem = valueProblem(type, operator, value, context.parameters);
  if (problem) context.report([...path, "value"], problem);
}

function checkSubject(
  model: Model,
  { field }: Filter,
  part: "filters" | "having",
  path: Path,
  { schema, report }: Context,
): ColumnType | null {
  const fieldPath = [...path, "field"];
  if (field.kind === "measure") {
    const measure = model.measures.get(field.id);
    if (part === "filters")
      report(
        fieldPath,
        "A measure is known only after grouping. Put this condition among those on measures.",
      );
    else if (!measure) report(fieldPath, "This measure is not part of the query any more. Choose another.");
    else return measureType(model, measure);
    return null;
  }
  if (part === "having") {
    report(
      fieldPath,
      "After grouping only measures can be compared. Put this condition among those on columns.",
    );
    return null;
  }
  checkField(model, field, schema, fieldPath, report);
  return fieldType(model, field);
}

function valueProblem(
  type: ColumnType,
  operator: Filter["operator"],
  value: FilterValue,
  parameters: readonly ParameterDefinition[] | undefined,
): string | null {
  const need = OPERATOR_NEEDS[operator];
  const isDays = value.kind === "range" || value.kind === "period";
  if (isDays) return need === "range" ? null : "Days from and to fit only the condition “in range”.";
  if (value.kind === "parameter") return parameterProblem(type, need, value.name, parameters);
  if (need === "range") return "Choose the days.";
  return literalsProblem(type, operator, value.values);
}

function literalsProblem(
  type: ColumnType,
  operator: Filter["operator"],
  values: (string | number | boolean)[],
): string | null {
  const need = OPERATOR_NEEDS[operator];
  if (need === "one" && values.length !== 1)
    return values.length === 0 ? "Enter a value." : "Enter one value.";
  if (need === "two" && values.length !== 2) return "Enter two values, the smaller first.";
  for (const value of values) {
    const read = readLiteral(type, value);
    if (typeof read === "string") return read;
    if (read.kind === "time" && need === "many")
      return `${JSON.stringify(value)} is a time. Lists hold days.`;
    if (type === "text" && need === "one" && value === "")
      return "Enter a text. For texts without characters choose “is empty”.";
  }
  return null;
}

function parameterProblem(
  type: ColumnType,
  need: (typeof OPERATOR_NEEDS)[Filter["operator"]],
  name: string,
  parameters: readonly ParameterDefinition[] | undefined,
): string | null {
  if (name.startsWith("me.")) {
    if (type !== "text") return "What is known of a person are texts, and this column holds none.";
    return need === "one" || need === "many"
      ? null
      : "This condition needs another value than one of a person.";
  }
  if (!parameters) return null;
  const parameter = parameters.find((each) => each.name === name);
  if (!parameter) return `There is no parameter ${name}. Declare it, or enter a value.`;
  if (need === "range")
    return parameter.type === "date_range"
      ? null
      : `${name} is no date range. Choose a parameter that is one.`;
  if (parameter.type === "date_range") return `${name} is a date range. Choose the condition “in range”.`;
  const wanted = type === "timestamp" ? "date" : type;
  if (parameter.type !== wanted)
    return `${name} is a ${parameter.type}, and the column is ${TYPE_WORDS[type]}.`;
  if (need === "two") return "Between needs two values. Use two conditions, one for each parameter.";
  if (parameter.isList && need === "one") return `${name} holds several values. Choose “is one of”.`;
  return null;
}
