/** Ids and names of what is put together in the builder: unique, and readable in what is kept. Pure. */
import type { BuilderQuery } from "@/lib/queries/builder/schema";

const LONGEST_ID = 41;

/** Every id of the query: they share one space. */
function idsOf(query: BuilderQuery): string[] {
  return [...query.tables, ...query.calculated, ...query.dimensions, ...query.measures].map(({ id }) => id);
}

/** An id made of the words, e.g. `sum_of_amount`, that nothing in the query has. */
export function newId(query: BuilderQuery, words: string): string {
  const slug = words
    .normalize("NFKD")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "_")
    .replace(/^[^a-z]+|_+$/g, "");
  return unused(slug || "x", idsOf(query), "_", LONGEST_ID);
}

/** Names of the result's columns, which must differ whatever their case. */
export function outputNames(query: BuilderQuery): string[] {
  return [...query.dimensions, ...query.measures].map(({ name }) => name);
}

/** The name, or the name with a number when it is taken. At most 60 characters. */
export function newName(taken: readonly string[], wanted: string): string {
  return unused(wanted.trim() || "Column", taken, " ", 60);
}

function unused(wanted: string, taken: readonly string[], separator: string, longest: number): string {
  const used = new Set(taken.map((entry) => entry.toLowerCase()));
  const whole = wanted.slice(0, longest);
  if (!used.has(whole.toLowerCase())) return whole;
  for (let number = 2; ; number += 1) {
    const ending = `${separator}${number}`;
    const candidate = `${wanted.slice(0, longest - ending.length)}${ending}`;
    if (!used.has(candidate.toLowerCase())) return candidate;
  }
}
