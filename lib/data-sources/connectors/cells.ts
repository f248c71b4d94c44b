/** What every connector's texts become in a result. */
import type { ColumnType, ResultColumn } from "@/lib/charts/types";
import { uniqueNames } from "@/lib/utils/unique-names";

const ROLE = {
  text: "dimension",
  boolean: "dimension",
  number: "measure",
  date: "time",
  timestamp: "time",
} as const satisfies Record<ColumnType, ResultColumn["role"]>;

/** Names are made unique: a second "id" is "id (2)", so that each column can be chosen. */
export function resultColumns(fields: readonly { name: string; type: ColumnType }[]): ResultColumn[] {
  const names = uniqueNames(fields.map(({ name }) => name));
  return fields.map(({ type }, index) => ({ name: names[index] ?? "", type, role: ROLE[type] }));
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
  return readLongDecimal(text);
}

const [ZERO, NINE, MINUS, POINT] = [48, 57, 45, 46];

/** Counts the digits from the first to the last that is not zero, one by one: an expression would take ten times as long. */
function readLongDecimal(text: string): number | string | null {
  let point = -1;
  let first = -1;
  let last = -1;
  for (let at = text.charCodeAt(0) === MINUS ? 1 : 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === POINT && point < 0) point = at;
    else if (code < ZERO || code > NINE) return null;
    else if (code !== ZERO) {
      if (first < 0) first = at;
      last = at;
    }
  }
  if (first < 0) return 0;
  const significant = last - first + (first < point && point < last ? 0 : 1);
  const value = Number(text);
  if (significant <= 15 && Math.abs(value) < 1e21) return value;
  return point < 0 ? text : text.slice(0, Math.max(last + 1, point));
}
