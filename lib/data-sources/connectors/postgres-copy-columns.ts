/** What the columns of a statement become in a CSV file, in SQL: the same as the cells of a result. */
import type { FieldDef } from "pg";
import { valueTypeOf } from "./postgres-cells";

const MONEY = 790;
const NUMERIC = 1700;
const WITHOUT_ZONE = 1114;
const FLOATS = new Set([700, 701]);
/** Printed from digits, letters and signs that begin no formula: bytea, uuid, oid, macaddr, inet, cidr. */
const HARMLESS = new Set([17, 2950, 26, 829, 869, 650]);

/** The characters of `lib/render/csv`: = + - @ tab, the line breaks, and the wide forms of the first four. */
const FORMULA_START = "^[=+@\\\\t\\\\r\\\\n\uff1d\uff0b\uff0d\uff20-]";
/** Nothing from the one to the other begins a formula: most texts are let through by comparing bytes, which is fast. */
const [SAFE_FROM, SAFE_TO] = ["A", "\uff0b"];

/** `column` is a name that needs no quotes. */
export function csvExpression(
  { dataTypeID: oid, dataTypeModifier }: Pick<FieldDef, "dataTypeID" | "dataTypeModifier">,
  column: string,
  guard: boolean,
): string {
  switch (valueTypeOf(oid)) {
    case "boolean":
      return `CASE WHEN ${column} THEN 'true' WHEN NOT ${column} THEN 'false' END`;
    case "number":
      if (oid === MONEY) return `${column}::numeric`;
      // A numeric of a stated precision knows NaN, but no infinity; comparing is faster than subtracting.
      if (oid === NUMERIC && dataTypeModifier >= 0) return `CASE WHEN ${column} <> 'NaN' THEN ${column} END`;
      return oid === NUMERIC || FLOATS.has(oid)
        ? `CASE WHEN ${column} - ${column} = 0 THEN ${column} END`
        : column;
    case "date":
      // Infinity and years before Christ have no ISO form.
      return `CASE WHEN isfinite(${column}) AND ${column} >= date '0001-01-01' THEN ${column} END`;
    case "timestamp":
      return `CASE WHEN isfinite(${column}) AND ${column} >= '0001-01-01' THEN ${instantText(oid === WITHOUT_ZONE ? `${column}::timestamptz` : column)} END`;
    case "text":
      return guard && !HARMLESS.has(oid) ? guarded(`${column}::text`) : column;
  }
}

/** ISO 8601 in UTC, cut to milliseconds. Of the server's own text, because `to_char` takes several times as long. */
function instantText(instant: string): string {
  const text = `replace((${instant} AT TIME ZONE INTERVAL '0')::text, ' ', 'T')`;
  return `CASE WHEN ${instant}::timestamptz(0) = ${instant} THEN ${text} || '.000Z'
    ELSE left(${text} || '00', strpos(${text}, '.') + 3) || 'Z' END`;
}

/** By bytes, because a collation may know no order of characters, or none that is exact. */
function guarded(text: string): string {
  const bytes = `${text} COLLATE "C"`;
  return `CASE WHEN ${bytes} >= '${SAFE_FROM}' AND ${bytes} < '${SAFE_TO}' THEN ${text}
    WHEN ${bytes} ~ E'${FORMULA_START}' THEN '''' || ${text} ELSE ${text} END`;
}
