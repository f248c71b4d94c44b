import type { QuerySummary } from "@/lib/queries/schemas";

/** Queries of the category and source that hold every word in their name, description, category or tags. */
export function filterQueries(
  queries: readonly QuerySummary[],
  { q, category, source }: { q: string; category: string; source: string },
): QuerySummary[] {
  const words = q.toLowerCase().split(/\s+/).filter(Boolean);
  return queries.filter((query) => {
    if (category !== "" && query.category !== category) return false;
    if (source !== "" && query.dataSourceId !== source) return false;
    const text = [query.name, query.description, query.category, ...query.tags].join(" ").toLowerCase();
    return words.every((word) => text.includes(word));
  });
}
