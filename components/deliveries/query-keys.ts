import type { ExecutionState } from "@/lib/executions/schemas";

export type RunFilter = { scheduleId?: string; states?: readonly ExecutionState[]; limit: number };

/** Apart from the hooks, because the server fills the cache under the same keys. */
export const executionKeys = {
  all: (workspace: string) => ["executions", workspace] as const,
  list: (workspace: string, { scheduleId = null, states = [], limit }: FilterParts) =>
    [...executionKeys.all(workspace), "list", { scheduleId, states, limit }] as const,
  one: (workspace: string, executionId: string) => [...executionKeys.all(workspace), executionId] as const,
};

type FilterParts = Omit<RunFilter, "scheduleId"> & { scheduleId?: string | null };
