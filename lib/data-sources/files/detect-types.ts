/** The type of each column, by what its values have in common. What is ambiguous stays text, and says why. */
import type { ColumnType } from "@/lib/charts/types";
import type {
  ColumnFormat,
  DateFormat,
  NumberFormat,
  TimestampFormat,
} from "@/lib/data-sources/files/schemas";
import {
  BOOLEAN_PAIRS,
  bareNumber,
  DATE_SHAPES,
  dateFormatsOf,
  EXPONENT,
  NUMBER_SHAPES,
  numberFormatsOf,
  timestampFormatsOf,
} from "@/lib/data-sources/files/value-kinds";

/** The most digits of a column's numbers before and after the decimal sign. */
export type Digits = { integer: number; fraction: number; hasExponent: boolean };
export type DetectedType = {
  type: ColumnType;
  format: ColumnFormat | null;
  /** Of a number in its format. */
  digits: Digits | null;
  problems: string[];
};

const EXPONENT_ONLY = new RegExp(`^${EXPONENT}$`);
/** Longer texts are none: of millions of signs, cutting them off would take ages. */
const LONGEST_NUMBER = 400;
const LEADING_ZERO = /^-?0\d/;
/** Of how many values the most must be of a kind for a remark on the others. */
const MOSTLY = 0.8;
/** Values after which a kind that does not fit is given up. */
const ENOUGH = 200;

/** Gathers the values of one column. */
export class ColumnEvidence {
  #count = 0;
  #numbers: Set<NumberFormat> | null = null;
  #dates: Set<DateFormat> | null = null;
  #timestamps: Set<TimestampFormat> | null = null;
  #booleans = new Set<number>(BOOLEAN_PAIRS.keys());
  #leadingZero: string | null = null;
  #separated = false;
  #exponent = false;
  #sign: string | null = null;
  #isShortYear = false;
  readonly #like = { number: 0, date: 0, timestamp: 0 };
  readonly #odd: { number?: string; date?: string } = {};
  readonly #digits = new Map<string, Digits>();

  add(raw: string): void {
    const value = raw.trim();
    if (value === "") return;
    this.#count += 1;
    this.#addBoolean(value);
    this.#addNumber(value);
    this.#addDate(value);
  }

  #addBoolean(value: string): void {
    if (this.#booleans.size === 0) return;
    const word = value.toLowerCase();
    for (const index of this.#booleans) {
      const pair = BOOLEAN_PAIRS[index];
      if (pair?.[0] !== word && pair?.[1] !== word) this.#booleans.delete(index);
    }
  }

  #addNumber(value: string): void {
    if (this.#isHopeless(this.#numbers, this.#like.number)) return;
    const isShort = value.length <= LONGEST_NUMBER;
    const isExponent = isShort && EXPONENT_ONLY.test(value);
    const formats = !isShort
      ? []
      : isExponent
        ? exponentFormats(value)
        : /\d/.test(value)
          ? numberFormatsOf(value)
          : [];
    if (formats.length > 0) {
      this.#like.number += 1;
      this.#exponent ||= isExponent;
      const bare = bareNumber(value);
      if (bare.length < value.length) this.#sign ??= /[^\d\s.,'’\u2212-]+/.exec(value)?.[0] ?? null;
      if (LEADING_ZERO.test(bare)) this.#leadingZero ??= value;
      this.#separated ||= /[.,]/.test(bare);
      for (const format of formats) this.#measure(bare, format);
    } else this.#odd.number ??= value;
    this.#numbers = common(this.#numbers, formats);
  }

  #measure(bare: string, format: NumberFormat): void {
    const { decimal } = NUMBER_SHAPES[format];
    const [integer = "", fraction = ""] = bare.split(decimal);
    const known = this.#digits.get(format) ?? { integer: 0, fraction: 0, hasExponent: false };
    known.integer = Math.max(known.integer, integer.replace(/\D/g, "").replace(/^0+/, "").length);
    known.fraction = Math.max(known.fraction, fraction.length);
    this.#digits.set(format, known);
  }

  /** No format fits all, and few values are of the kind: the rest need not be tried. */
  #isHopeless(formats: Set<string> | null, like: number): boolean {
    return formats?.size === 0 && this.#count > ENOUGH && like < this.#count / 2;
  }

  #addDate(value: string): void {
    const { date, timestamp } = this.#like;
    if (this.#isHopeless(this.#dates, date) && this.#isHopeless(this.#timestamps, timestamp)) return;
    const couldBe = value.length >= 6 && value.length <= 40 && /^\d/.test(value);
    const [dates, timestamps] = couldBe ? this.#dateFormats(value) : [[], []];
    if (dates.length > 0) this.#like.date += 1;
    if (timestamps.length > 0) this.#like.timestamp += 1;
    if (dates.length === 0 && timestamps.length === 0) this.#odd.date ??= value;
    this.#isShortYear ||= dates.some((format) => DATE_SHAPES[format].hasShortYear);
    this.#dates = common(this.#dates, dates);
    this.#timestamps = common(this.#timestamps, timestamps);
  }

  /** Formats that others have ruled out are tried only for what is in none of the rest. */
  #dateFormats(value: string): [DateFormat[], TimestampFormat[]] {
    const expected: [DateFormat[], TimestampFormat[]] = [
      this.#dates?.size === 0 ? [] : dateFormatsOf(value, this.#dates),
      this.#timestamps?.size === 0 ? [] : timestampFormatsOf(value, this.#timestamps),
    ];
    if (expected[0].length > 0 || expected[1].length > 0) return expected;
    return [dateFormatsOf(value), timestampFormatsOf(value)];
  }

  /** The conventions that this column alone settles, for those that cannot. */
  conventions(): Conventions {
    const numbers = [...(this.#numbers ?? [])];
    const dates = [...(this.#dates ?? []), ...(this.#timestamps ?? [])];
    const isSettled = this.#separated && numbers.length > 0 && new Set(numbers.map(decimalOf)).size === 1;
    const orders = new Set(dates.filter((format) => format.includes("/")).map(orderOf));
    return {
      decimal: isSettled ? decimalOf(numbers[0] as NumberFormat) : null,
      order: orders.size === 1 ? ([...orders][0] ?? null) : null,
    };
  }

  conclude(file: Conventions): DetectedType {
    if (this.#count === 0) return text(["It is empty in the rows looked at."]);
    const numbers = [...(this.#numbers ?? [])];
    if (this.#booleans.size > 0 && numbers.length === 0) return { ...text([]), type: "boolean" };
    if (numbers.length > 0) return this.#number(numbers, file);
    const dates = (this.#dates?.size ?? 0) > 0 ? this.#dates : this.#timestamps;
    if (dates && dates.size > 0) return this.#date([...dates], dates === this.#timestamps, file);
    return text(this.#remarks());
  }

  #number(formats: NumberFormat[], file: Conventions): DetectedType {
    if (this.#leadingZero !== null)
      return text([`Numbers with leading zeros, such as “${this.#leadingZero}”, are kept as text.`]);
    const signs = new Set(formats.map(decimalOf));
    const isAmbiguous = this.#separated && signs.size > 1;
    if (isAmbiguous && !file.decimal)
      return text([
        "It is not clear whether a point or a comma separates thousands or decimals. Choose number and its format.",
      ]);
    const format = formats.find((one) => !isAmbiguous || decimalOf(one) === file.decimal) ?? null;
    const digits = (format && this.#digits.get(format)) ?? { integer: 0, fraction: 0, hasExponent: false };
    const problems = this.#sign ? [`The sign “${this.#sign}” is left out: only the number is kept.`] : [];
    return { type: "number", format, digits: { ...digits, hasExponent: this.#exponent }, problems };
  }

  #date(formats: (DateFormat | TimestampFormat)[], isTimestamp: boolean, file: Conventions): DetectedType {
    const orders = new Set(formats.filter((format) => format.includes("/")).map(orderOf));
    if (orders.has("DM") && orders.has("MD") && !file.order)
      return text(["It is not clear whether the day or the month comes first. Choose date and its format."]);
    const format = formats.find((one) => orders.size < 2 || orderOf(one) === file.order) ?? null;
    const isShort = !isTimestamp && this.#isShortYear;
    const problems = isShort ? ["Years have two digits: 68 is read as 2068, 69 as 1969."] : [];
    return { type: isTimestamp ? "timestamp" : "date", format, digits: null, problems };
  }

  #remarks(): string[] {
    const { number, date, timestamp } = this.#like;
    if (number >= this.#count * MOSTLY && this.#odd.number !== undefined)
      return [
        `Most values are numbers, but not “${short(this.#odd.number)}”. Choose number to treat such values as empty.`,
      ];
    if (number === this.#count) return ["Numbers are written in more than one way, so it stays text."];
    const dates = Math.max(date, timestamp);
    if (dates >= this.#count * MOSTLY)
      return [
        this.#odd.date === undefined
          ? "Dates are written in more than one way, so it stays text. Choose date and the format to keep."
          : `Most values are dates, but not “${short(this.#odd.date)}”. Choose date to treat such values as empty.`,
      ];
    return [];
  }
}

/** What the columns of one file have in common; null where none of them tells. */
export type Conventions = { decimal: "." | "," | null; order: "DM" | "MD" | null };

/** Columns that disagree settle nothing for the others. */
export function conventionsOf(columns: ColumnEvidence[]): Conventions {
  const all = columns.map((column) => column.conventions());
  const only = <T>(values: (T | null)[]): T | null => {
    const told = new Set(values.filter((value): value is T => value !== null));
    return told.size === 1 ? ([...told][0] ?? null) : null;
  };
  return { decimal: only(all.map(({ decimal }) => decimal)), order: only(all.map(({ order }) => order)) };
}

const text = (problems: string[]): DetectedType => ({ type: "text", format: null, digits: null, problems });
const decimalOf = (format: NumberFormat): "." | "," => NUMBER_SHAPES[format].decimal;
const orderOf = (format: string): "DM" | "MD" => (format.startsWith("MM") ? "MD" : "DM");
const short = (value: string): string => (value.length > 40 ? `${value.slice(0, 39)}…` : value);

function exponentFormats(value: string): NumberFormat[] {
  if (value.includes(",")) return ["1.234,56", "1 234,56"];
  return value.includes(".") ? ["1,234.56", "1'234.56"] : ["1,234.56", "1.234,56", "1 234,56", "1'234.56"];
}

/** What all values so far could be. */
function common<T>(before: Set<T> | null, now: readonly T[]): Set<T> {
  if (!before) return new Set(now);
  for (const entry of before) if (!now.includes(entry)) before.delete(entry);
  return before;
}
