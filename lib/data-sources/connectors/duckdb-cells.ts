/** DuckDB's values to cells, the same ones PostgreSQL's texts become. */
import {
  DuckDBBlobValue,
  type DuckDBDateValue,
  type DuckDBDecimalValue,
  type DuckDBType,
  DuckDBTypeId,
  type DuckDBValue,
} from "@duckdb/node-api";
import type { Cell, ColumnType } from "@/lib/charts/types";
import { wallOffsetMs } from "./timestamps";

type Read = (value: DuckDBValue, zone: string) => Cell;
type Reading = { type: ColumnType; read: Read };

const DAY_MS = 86_400_000;
/** The last instant that ISO 8601 writes with a year of four digits or more, and JavaScript can hold. */
const LAST_MS = 8.64e15;
/** 1 January of the year 1: earlier years have no place on an axis. */
const FIRST_MS = -62_135_596_800_000;

const whole: Reading = { type: "number", read: (value) => value as number };
const long: Reading = { type: "number", read: (value) => readDecimal(value as bigint, 0) };
const wallTime = (unit: "seconds" | "millis" | "micros" | "nanos"): Reading => ({
  type: "timestamp",
  read: (value, zone) => {
    const wall = toMs((value as unknown as Record<typeof unit, bigint>)[unit], unit);
    return wall === null ? null : isoText(wall - wallOffsetMs(wall, zone));
  },
});

const READINGS: Partial<Record<DuckDBTypeId, Reading>> = {
  [DuckDBTypeId.BOOLEAN]: { type: "boolean", read: (value) => value as boolean },
  [DuckDBTypeId.TINYINT]: whole,
  [DuckDBTypeId.SMALLINT]: whole,
  [DuckDBTypeId.INTEGER]: whole,
  [DuckDBTypeId.UTINYINT]: whole,
  [DuckDBTypeId.USMALLINT]: whole,
  [DuckDBTypeId.UINTEGER]: whole,
  [DuckDBTypeId.BIGINT]: long,
  [DuckDBTypeId.UBIGINT]: long,
  [DuckDBTypeId.HUGEINT]: long,
  [DuckDBTypeId.UHUGEINT]: long,
  [DuckDBTypeId.BIGNUM]: long,
  [DuckDBTypeId.FLOAT]: { type: "number", read: (value) => readSingle(value as number) },
  [DuckDBTypeId.DOUBLE]: { type: "number", read: (value) => finite(value as number) },
  [DuckDBTypeId.DECIMAL]: {
    type: "number",
    read: (value) => readDecimal((value as DuckDBDecimalValue).value, (value as DuckDBDecimalValue).scale),
  },
  [DuckDBTypeId.DATE]: { type: "date", read: (value) => readDay((value as DuckDBDateValue).days) },
  [DuckDBTypeId.TIMESTAMP_S]: wallTime("seconds"),
  [DuckDBTypeId.TIMESTAMP_MS]: wallTime("millis"),
  [DuckDBTypeId.TIMESTAMP]: wallTime("micros"),
  [DuckDBTypeId.TIMESTAMP_NS]: wallTime("nanos"),
  [DuckDBTypeId.TIMESTAMP_TZ]: {
    type: "timestamp",
    read: (value) => {
      const instant = toMs((value as unknown as { micros: bigint }).micros, "micros");
      return instant === null ? null : isoText(instant);
    },
  },
};

const asText: Reading = {
  type: "text",
  read: (value) =>
    typeof value === "string"
      ? value
      : value instanceof DuckDBBlobValue
        ? `\\x${Buffer.from(value.bytes).toString("hex")}`
        : String(value),
};

const readingOf = (type: DuckDBType): Reading => READINGS[type.typeId] ?? asText;

/** What the values of a type become in a result. */
export const columnTypeOf = (type: DuckDBType): ColumnType => readingOf(type).type;

/** Turns the columns of a chunk into rows of cells. */
export function rowsOf(
  columns: readonly (readonly DuckDBValue[])[],
  types: DuckDBType[],
  zone: string,
): Cell[][] {
  const count = columns[0]?.length ?? 0;
  const rows: Cell[][] = Array.from({ length: count }, () => new Array<Cell>(types.length));
  for (const [index, type] of types.entries()) {
    const { read } = readingOf(type);
    const values = columns[index] ?? [];
    for (let row = 0; row < count; row += 1) {
      const value = values[row] ?? null;
      const target = rows[row];
      if (target) target[index] = value === null ? null : read(value, zone);
    }
  }
  return rows;
}

/** Not-a-number and infinity have no place in JSON or on an axis: null. */
const finite = (value: number): number | null => (Number.isFinite(value) ? value : null);

/** The shortest decimal that is this single-precision number: 0.1, not 0.10000000149. */
function readSingle(value: number): number | null {
  if (!Number.isFinite(value)) return null;
  for (let digits = 6; digits < 9; digits += 1) {
    const short = Number(value.toPrecision(digits));
    if (Math.fround(short) === value) return short;
  }
  return Number(value.toPrecision(9));
}

const FIFTEEN_DIGITS = 999_999_999_999_999n;

/** A number when it has at most 15 significant digits, which a double holds exactly; else a decimal string. */
function readDecimal(unscaled: bigint, scale: number): number | string {
  // Both are exact, and so is the nearest double of their quotient: powers of ten are, up to 10^22.
  if (unscaled <= FIFTEEN_DIGITS && unscaled >= -FIFTEEN_DIGITS && scale <= 22)
    return Number(unscaled) / 10 ** scale;
  const sign = unscaled < 0n ? "-" : "";
  const digits = (unscaled < 0n ? -unscaled : unscaled).toString().padStart(scale + 1, "0");
  const fraction = scale === 0 ? "" : digits.slice(-scale).replace(/0+$/, "");
  const integer = scale === 0 ? digits : digits.slice(0, -scale);
  const text = `${sign}${integer}${fraction ? `.${fraction}` : ""}`;
  const significant = `${integer}${fraction}`.replace(/^0+/, "").replace(/0+$/, "");
  return significant.length <= 15 && Math.abs(Number(text)) < 1e21 ? Number(text) : text;
}

function readDay(days: number): string | null {
  const ms = days * DAY_MS;
  if (ms < FIRST_MS || ms > LAST_MS) return null;
  return isoText(ms)?.replace(/^\+0*/, "").split("T")[0] ?? null;
}

const PER_MS = { seconds: -1000n, millis: 1n, micros: 1000n, nanos: 1_000_000n } as const;

/** Whole milliseconds; infinity and years before Christ become null. */
function toMs(ticks: bigint, unit: keyof typeof PER_MS): number | null {
  const factor = PER_MS[unit];
  const ms = Number(factor < 0n ? ticks * -factor : floorDivide(ticks, factor));
  return ms < FIRST_MS || ms > LAST_MS ? null : ms;
}

function floorDivide(value: bigint, by: bigint): bigint {
  const quotient = value / by;
  return value < 0n && quotient * by !== value ? quotient - 1n : quotient;
}

function isoText(ms: number): string | null {
  return Math.abs(ms) > LAST_MS ? null : new Date(ms).toISOString();
}
