import type { Cell } from "@/lib/charts/types";

/**
 * Sum with a running correction, so that 0.1 + 0.2 + … does not drift over many rows.
 * Source: A. Neumaier, "Rundungsfehleranalyse einiger Verfahren zur Summation endlicher Summen", ZAMM 54 (1974).
 */
export function sumNumbers(values: Iterable<number>): number {
  let sum = 0;
  let correction = 0;
  for (const value of values) {
    const next = sum + value;
    correction += Math.abs(sum) >= Math.abs(value) ? sum - next + value : value - next + sum;
    sum = next;
  }
  return sum + correction;
}

const DECIMAL = /^(-?)(\d+)(?:\.(\d+))?$/;

/**
 * Sum of a column's cells; null when there is none. If one of them is a decimal string (too long for a
 * double) the sum is exact and a decimal string too.
 */
export function sumCells(cells: Cell[]): number | string | null {
  const present = cells.filter((cell) => cell !== null && cell !== "" && typeof cell !== "boolean");
  if (present.length === 0) return null;
  const exact = present.some((cell) => typeof cell === "string") ? sumExactly(present.map(String)) : null;
  return exact ?? sumNumbers(present.map(Number).filter(Number.isFinite));
}

/** null when a text is not a plain decimal (for example "1e-7"). */
function sumExactly(texts: string[]): string | null {
  const matches = texts.map((text) => DECIMAL.exec(text));
  const scale = Math.max(...[0].concat(matches.map((match) => match?.[3]?.length ?? 0)));
  let total = 0n;
  for (const match of matches) {
    if (!match) return null;
    const [, sign, whole = "", fraction = ""] = match;
    const digits = BigInt(whole + fraction.padEnd(scale, "0"));
    total += sign === "-" ? -digits : digits;
  }
  const digits = (total < 0n ? -total : total).toString().padStart(scale + 1, "0");
  const text = scale === 0 ? digits : `${digits.slice(0, -scale)}.${digits.slice(-scale)}`;
  return total < 0n ? `-${text}` : text;
}
