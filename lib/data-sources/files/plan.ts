import type { z } from "zod";
import type { LoadPlan } from "@/lib/data-sources/files/convert-to-parquet";
import type { Inspected } from "@/lib/data-sources/files/inspect-file";
import { FORMATS_BY_TYPE, type RequestLoadInput } from "@/lib/data-sources/files/schemas";
import { InvalidInputError } from "@/lib/errors";

/** Columns of one table. A question for all of more would not fit the memory that is set aside for answers. */
export const TABLE_COLUMN_LIMIT = 2000;

/** What a person chose, over what was found. Throws InvalidInputError where both do not fit. */
export function planOf(
  { reading, inspection, width, source, digits }: Inspected,
  request: z.output<typeof RequestLoadInput>,
): LoadPlan {
  if (inspection.blocking !== null) throw new InvalidInputError(inspection.blocking);
  if (request.columns.length !== width)
    throw new InvalidInputError(
      `The file has ${width} columns, and ${request.columns.length} were described. Look at the file again.`,
    );
  const taken = new Set<string>();
  const columns = request.columns.flatMap((choice, index) => {
    if (!choice.isIncluded) return [];
    const { name, type, format } = choice;
    if (taken.has(name.toLowerCase())) throw twice(name, index);
    taken.add(name.toLowerCase());
    const formats: readonly string[] = FORMATS_BY_TYPE[type];
    if (format !== null && !formats.includes(format))
      throw new InvalidInputError(
        `“${format}” is not a way to write the column “${name}”, which is ${type}.`,
      );
    const found = inspection.columns[index];
    const isAsFound = found?.type === type && found.format === format;
    return [{ index, name, type, format, digits: isAsFound ? (digits[index] ?? null) : null }];
  });
  if (columns.length === 0) throw new InvalidInputError("All columns are left out. Choose at least one.");
  if (columns.length > TABLE_COLUMN_LIMIT)
    throw new InvalidInputError(
      `A table has at most ${TABLE_COLUMN_LIMIT.toLocaleString("en-GB")} columns, and ${columns.length.toLocaleString("en-GB")} are chosen. Leave out those that are not needed.`,
    );
  return { reading, width, source, columns, badValues: request.badValues };
}

function twice(name: string, index: number): InvalidInputError {
  const message = `Two columns are called “${name}”. Give one of them another name.`;
  return new InvalidInputError(message, { fields: { [`columns.${index}.name`]: message } });
}
