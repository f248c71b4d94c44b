import type { QueryUseDto } from "@/lib/queries/schemas";

/** "Used by 2 dashboards and 1 report: they change at once." null when nothing shows the query. */
export function usesWords(uses: readonly Pick<QueryUseDto, "noun">[]): string | null {
  const counts = (["dashboard", "report"] as const).flatMap((noun) => {
    const count = uses.filter((use) => use.noun === noun).length;
    return count === 0 ? [] : [`${count} ${noun}${count === 1 ? "" : "s"}`];
  });
  if (counts.length === 0) return null;
  return `Used by ${counts.join(" and ")}: ${uses.length === 1 ? "it changes" : "they change"} at once.`;
}
