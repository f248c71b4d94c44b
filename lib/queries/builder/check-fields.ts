/** Names and fields: are they there. */
import type { SchemaTable } from "@/lib/data-sources/schemas";
import { closest } from "./expression";
import { findSchemaTable, type Model } from "./model";
import type { BuilderTable, FieldRef } from "./schema";

/** The path leads into the builder query, e.g. `["filters", "items", 0, "value"]`. */
export type BuilderProblem = {
  path: (string | number)[];
  message: string /** 1-based, in an expression. */;
  position?: number;
};
export type Report = (path: (string | number)[], message: string, position?: number) => void;

/** No source has a zero character in a name. */
export function checkText(text: string, path: (string | number)[], report: Report): void {
  if (text.includes("\0")) report(path, "This name holds a zero character. Delete it.");
}

export function checkColumn(
  table: BuilderTable,
  column: string,
  schema: readonly SchemaTable[] | undefined,
  path: (string | number)[],
  report: Report,
): void {
  checkText(column, path, report);
  const found = findSchemaTable(schema, table);
  if (!found || found.columns.some(({ name }) => name === column)) return;
  const near = closest(
    column,
    found.columns.map(({ name }) => name),
  );
  report(
    path,
    `${table.name} has no column ${JSON.stringify(column)}.${near ? ` Did you mean ${near}?` : ""}`,
  );
}

/** Reports a field that does not exist; a calculated column's own problem is reported there. */
export function checkField(
  model: Model,
  ref: FieldRef,
  schema: readonly SchemaTable[] | undefined,
  path: (string | number)[],
  report: Report,
): void {
  if (ref.kind === "calculated") {
    if (!model.calculated.has(ref.id))
      report(path, "This calculated column does not exist any more. Choose another.");
    return;
  }
  const table = model.tables.get(ref.table);
  if (table) checkColumn(table, ref.column, schema, path, report);
  else
    report(
      path,
      `${JSON.stringify(ref.column)} is a column of a table that is not part of the query. Add the table, or choose another column.`,
    );
}
