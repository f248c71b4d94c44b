import { describeBuilder } from "@/lib/queries/builder/describe";
import type { QueryDefinition } from "@/lib/queries/schemas";

/** A definition as lines that can be read and compared: the question, then what is said about it. */
export function definitionText(definition: QueryDefinition): string {
  const question =
    definition.kind === "sql"
      ? definition.sql
      : `${describeBuilder(definition)}\n\n${JSON.stringify(definition.builder, null, 2)}`;
  const parameters = definition.parameters.map(
    ({ name, type, isList, default: value }) =>
      `parameter ${name}: ${isList ? "list of " : ""}${type}${value === undefined ? "" : ` = ${JSON.stringify(value)}`}`,
  );
  const units = Object.entries(definition.columnUnits).map(([column, unit]) => `unit of ${column}: ${unit}`);
  return [question, ...parameters, ...units].join("\n");
}
