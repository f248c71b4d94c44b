import { type DehydratedState, dehydrate, QueryClient } from "@tanstack/react-query";
import type { ExecutionDto, ExecutionList } from "@/lib/executions/schemas";
import { executionKeys, type RunFilter } from "./query-keys";

/** What the server read for the first paint, in the form in which the query cache takes it over. */
export function runsState(workspace: string, filter: RunFilter, runs: ExecutionList): DehydratedState {
  const client = new QueryClient();
  client.setQueryData(executionKeys.list(workspace, filter), runs);
  return dehydrate(client);
}

export function runState(workspace: string, run: ExecutionDto): DehydratedState {
  const client = new QueryClient();
  client.setQueryData(executionKeys.one(workspace, run.id), run);
  return dehydrate(client);
}
