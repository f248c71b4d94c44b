import { type DehydratedState, dehydrate, QueryClient } from "@tanstack/react-query";
import type { RunPage } from "@/lib/queries/runs/schemas";
import { type RunFilter, runKeys } from "./query-keys";

/** What the server read for the first paint, in the form in which the query cache takes it over. */
export function runsState(workspace: string, lists: [RunFilter, RunPage][]): DehydratedState {
  const client = new QueryClient();
  for (const [filter, page] of lists)
    client.setQueryData(runKeys.list(workspace, filter), { pages: [page], pageParams: [null] });
  return dehydrate(client);
}
