/** What a person chose over what was found in the file. */
import type { ColumnType } from "@/lib/charts/types";
import {
  type ColumnChoice,
  type ColumnFormat,
  type FileColumn,
  type FileInspection,
  FORMATS_BY_TYPE,
  type InspectedColumn,
} from "@/lib/data-sources/files/schemas";
import { fits } from "./read-value";

/** By the column's position in the file. */
export type ColumnEdits = Readonly<Record<number, Partial<ColumnChoice>>>;

export function choicesOf(columns: readonly InspectedColumn[], edits: ColumnEdits): ColumnChoice[] {
  return columns.map(({ name, type, format }, index) => ({
    name,
    type,
    format,
    isIncluded: true,
    ...edits[index],
  }));
}

/** Edits belong to the columns they were made for: read in another way, a file has others. */
export const columnsKey = ({ sheet, columns }: Pick<FileInspection, "sheet" | "columns">): string =>
  JSON.stringify([sheet, columns.map(({ sourceName }) => sourceName)]);

/** Another type, with the format most of the samples are written in. */
export function retyped(column: InspectedColumn, type: ColumnType): Pick<ColumnChoice, "type" | "format"> {
  if (type === column.type) return { type, format: column.format };
  const formats: readonly ColumnFormat[] = FORMATS_BY_TYPE[type];
  const hits = (format: ColumnFormat) =>
    column.samples.filter((sample) => fits(sample, { type, format })).length;
  const [best = null] = [...formats].sort((a, b) => hits(b) - hits(a));
  return { type, format: best };
}

/** Positions of included columns whose name another one has already, whatever the case. */
export function repeatedNames(choices: readonly ColumnChoice[]): ReadonlySet<number> {
  const seen = new Set<string>();
  const repeated = new Set<number>();
  for (const [index, { name, isIncluded }] of choices.entries()) {
    if (!isIncluded) continue;
    const key = name.trim().toLowerCase();
    if (seen.has(key)) repeated.add(index);
    seen.add(key);
  }
  return repeated;
}

export type Difference =
  /** The table has it, the file does not. */
  | { kind: "missing"; name: string }
  /** The file has it, the table does not. */
  | { kind: "extra"; index: number; name: string }
  | { kind: "type"; index: number; name: string; table: ColumnType; file: ColumnType };

/** Columns of a table beside those of a file, matched by name whatever the case. */
export function differencesOf(table: readonly FileColumn[], choices: readonly ColumnChoice[]): Difference[] {
  const byName = new Map(table.map((column) => [column.name.toLowerCase(), column]));
  const found = new Set<string>();
  const differences: Difference[] = [];
  for (const [index, { name: typed, type, isIncluded }] of choices.entries()) {
    if (!isIncluded) continue;
    const name = typed.trim();
    const column = byName.get(name.toLowerCase());
    found.add(name.toLowerCase());
    if (!column) differences.push({ kind: "extra", index, name });
    else if (column.type !== type)
      differences.push({ kind: "type", index, name, table: column.type, file: type });
  }
  const missing = table.filter(({ name }) => !found.has(name.toLowerCase()));
  return [...missing.map(({ name }) => ({ kind: "missing" as const, name })), ...differences];
}
