import type { FileColumn } from "@/lib/data-sources/files/schemas";
import { InvalidInputError } from "@/lib/errors";

/**
 * Rows are added to a table only under its own columns, whatever their order; one that the file does not have is
 * empty in them. Throws InvalidInputError.
 */
export function requireFittingColumns(
  tableName: string,
  table: readonly FileColumn[],
  file: readonly FileColumn[],
): void {
  for (const { name, type } of file) {
    const column = table.find((one) => one.name.toLowerCase() === name.toLowerCase());
    if (!column)
      throw new InvalidInputError(
        `The table “${tableName}” has no column “${name}”. Leave it out, give it the name of a column there, or replace the table's rows.`,
        { columnName: name },
      );
    if (column.type !== type)
      throw new InvalidInputError(
        `The column “${column.name}” of the table “${tableName}” is ${column.type}, and in this file it is ${type}. Choose ${column.type} for it.`,
        { columnName: name },
      );
  }
}
