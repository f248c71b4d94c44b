import type { z } from "zod";
import type { RequestContext } from "@/lib/context";
import { listDashboards } from "@/lib/dashboards";
import { listQueries } from "@/lib/queries";
import { listReports } from "@/lib/reports";
import { listSchedules } from "@/lib/schedules";
import { type FoundItem, SearchInput } from "./schemas";

const MAX_PER_KIND = 5;

/** What the person may see and whose name holds every word, at most five of a kind. */
export async function searchByName(
  ctx: RequestContext,
  input: z.input<typeof SearchInput>,
): Promise<FoundItem[]> {
  const words = SearchInput.parse(input).query.toLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 0) return [];
  const [dashboards, reports, schedules, queries] = await Promise.all([
    listDashboards(ctx),
    listReports(ctx),
    listSchedules(ctx),
    listQueries(ctx),
  ]);
  const matching = <T extends { id: string; name: string }>(
    kind: FoundItem["kind"],
    entries: T[],
    detail: (entry: T) => string,
  ): FoundItem[] =>
    entries
      .filter(({ name }) => words.every((word) => name.toLowerCase().includes(word)))
      .slice(0, MAX_PER_KIND)
      .map((entry) => ({ id: entry.id, kind, name: entry.name, detail: detail(entry) }));
  return [
    ...matching("dashboard", dashboards, () => ""),
    ...matching("report", reports, () => ""),
    ...matching("schedule", schedules, ({ reportName }) => reportName),
    ...matching("query", queries, ({ dataSourceName }) => dataSourceName),
  ];
}
