/** What is wrong in a builder query, found again at the control it is about. Pure. */

import type { BuilderProblem } from "@/lib/queries/builder/check";

type PathStep = string | number;

export const isWithin = (path: readonly PathStep[], place: readonly PathStep[]): boolean =>
  place.every((step, at) => String(path[at]) === String(step));

/** Messages about the place or anything in it. */
export const problemsWithin = (
  problems: readonly BuilderProblem[],
  place: readonly PathStep[],
): BuilderProblem[] => problems.filter(({ path }) => isWithin(path, place));

/** Messages about the place as a whole: those of its entries stand beside the entries. */
export const problemsOfSection = (
  problems: readonly BuilderProblem[],
  section: string,
  entries: number,
): BuilderProblem[] =>
  problemsWithin(problems, [section]).filter(({ path }) => {
    const at = Number(path[1] ?? -1);
    return !(at >= 0 && at < entries);
  });
