import type { RunFilter } from "@/components/queries/runs/query-keys";
import { may } from "@/lib/access";
import type { RequestContext } from "@/lib/context";
import { listDataSources } from "@/lib/data-sources";
import { NotFoundError } from "@/lib/errors";
import { getQuery, listRuns } from "@/lib/queries";
import type { RunPage } from "@/lib/queries/runs/schemas";

/** The first page of each list, and what can be chosen from. */
export async function readRunsPage(
  ctx: RequestContext,
  filters: readonly RunFilter[],
  queryId: string | null,
) {
  const read = async (filter: RunFilter): Promise<[RunFilter, RunPage]> => [
    filter,
    await listRuns(ctx, withoutNulls(filter)),
  ];
  const sources = may(ctx, "data_source:read") ? await listDataSources(ctx) : [];
  return {
    pages: await Promise.all(filters.map(read)),
    choices: {
      seesOthers: may(ctx, "query:run"),
      sources: sources.map(({ id, name }) => ({ id, name })),
      queryName: queryId === null ? null : await nameOf(ctx, queryId),
    },
  };
}

const withoutNulls = (filter: RunFilter) =>
  Object.fromEntries(Object.entries(filter).filter(([, value]) => value !== null));

/** The history of a query outlives it. */
async function nameOf(ctx: RequestContext, queryId: string): Promise<string | null> {
  try {
    return (await getQuery(ctx, { queryId })).name;
  } catch (error) {
    if (error instanceof NotFoundError) return null;
    throw error;
  }
}
