import { InvalidInputError } from "@/lib/errors";

export type ExactNumber = {
  /** Without an exponent, e.g. "-0.0125". */
  text: string;
  /** Digits in all, at least 1 and at least `scale`. */
  digits: number;
  /** Digits after the point. */
  scale: number;
};

const PARTS = /^([+-]?)(\d*)\.?(\d*)(?:[eE]([+-]?\d+))?$/;

/**
 * A number's digits without an exponent. Throws InvalidInputError when it has more than `limit` of them: a
 * dialect would round it without a word. `value` is one that `bindValue` accepted.
 */
export function exactNumber(
  name: string,
  value: string,
  limit: { digits: number; scale: number },
): ExactNumber {
  const [, sign = "", whole = "", fraction = "", exponent = "0"] = PARTS.exec(value) ?? [];
  const point = whole.length + Number(exponent);
  const raw = whole + fraction;
  const before = point > 0 ? raw.slice(0, point).padEnd(point, "0") : "";
  const after = "0".repeat(Math.max(0, -point)) + raw.slice(Math.max(0, point));
  const integer = before.replace(/^0+/, "");
  const digits = Math.max(1, integer.length + after.length);
  if (digits > limit.digits || after.length > limit.scale) {
    const shown = value.length > 80 ? `${value.slice(0, 80)}…` : value;
    throw new InvalidInputError(
      `The parameter ${name} is ${shown}. This source holds ${limit.digits} digits exactly, ${limit.scale} of them after the point: give fewer.`,
      { parameter: name },
    );
  }
  const isZero = /^0*$/.test(integer + after);
  const text = `${sign === "-" && !isZero ? "-" : ""}${integer || "0"}${after ? `.${after}` : ""}`;
  return { text, digits, scale: after.length };
}
