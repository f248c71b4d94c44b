/** What every connector's texts become in a result. */
import type { ColumnType, ResultColumn } from "@/lib/charts/types";

const ROLE = {
  text: "dimension",
  boolean: "dimension",
  number: "measure",
  date: "time",
  timestamp: "time",
} as const satisfies Record<ColumnType, ResultColumn["role"]>;

/** Names are made unique: a second "id" is "id (2)", so that each column can be chosen. */
export function resultColumns(fields: readonly { name: string; type: ColumnType }[]): ResultColumn[] {
  const taken = new Set<string>();
  return fields.map((field) => {
    let name = field.name;
    for (let count = 2; taken.has(name); count += 1) name = `${field.name} (${count})`;
    taken.add(name);
    return { name, type: field.type, role: ROLE[field.type] };
  });
}

/** Not-a-number and infinity have no place in JSON or on an axis: null. */
export function readFloat(text: string): number | null {
  const value = Number(text);
  return Number.isFinite(value) ? value : null;
}

/**
 * A double holds every decimal of up to 15 significant digits; longer ones stay decimal strings, so that no
 * digit is lost in files and sums.
 */
export function readDecimal(text: string): number | string | null {
  // That many characters are at most that many digits: most cells, and by far the fastest way.
  if (text.length <= 15) {
    const value = Number(text);
    return Number.isFinite(value) ? value : null;
  }
  if (!/^-?\d+(\.\d+)?$/.test(text)) return null;
  const trimmed = text.includes(".") ? text.replace(/\.?0+$/, "") : text;
  const significant = trimmed.replace(/[-.]/g, "").replace(/^0+/, "").replace(/0+$/, "");
  return significant.length <= 15 && Math.abs(Number(trimmed)) < 1e21 ? Number(trimmed) : trimmed;
}
