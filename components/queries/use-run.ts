"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef, useState } from "react";
import type { z } from "zod";
import { fetchJson } from "@/components/figures/fetch-json";
import type { QueryPlan, QueryPreview, TryQueryInput } from "@/lib/queries/schemas";
import type { SqlPart } from "./editor/sql-editor";
import { useRefreshRuns } from "./runs/use-runs";

export type TryInput = z.input<typeof TryQueryInput>;

export type RunRequest = {
  input: TryInput;
  /** Of all that stood in the editor, see `questionOf`. */
  question: string;
  /** The whole text; empty for a query of the builder. */
  sql: string;
  /** What was run of it, and where that begins; null when it was all of it. */
  part: SqlPart | null;
};

function post<T>(workspace: string, what: "preview" | "explain", input: TryInput, signal: AbortSignal) {
  return fetchJson<T>(`/api/v1/queries/${what}?workspace=${encodeURIComponent(workspace)}`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(input),
    signal,
  });
}

/** With what a whole question was asked in this window: the page of a query that was just saved asks it so again. */
export const askedKey = (workspace: string, question: string) => ["asked", workspace, question] as const;
export type AskedWith = Pick<TryInput, "values" | "range">;

/**
 * Runs what stands in the editor and keeps the last answer. A new run, `cancel` and leaving the page end the run
 * before: the statement is then cancelled on its server too.
 */
export function useRun(workspace: string) {
  const controller = useAbort();
  const client = useQueryClient();
  const refreshRuns = useRefreshRuns(workspace);
  const [isCancelled, setCancelled] = useState(false);
  const mutation = useMutation({
    mutationFn: ({ input }: RunRequest) =>
      post<QueryPreview>(workspace, "preview", input, controller.renew()),
    onSuccess: (_answer, { input: { values, range }, question, part }) => {
      if (!part) client.setQueryData<AskedWith>(askedKey(workspace, question), { values, range });
    },
    onSettled: () => void refreshRuns(),
  });
  function run(request: RunRequest) {
    setCancelled(false);
    mutation.mutate(request);
  }
  function cancel() {
    controller.abort();
    mutation.reset();
    setCancelled(true);
  }
  return { ...mutation, run, cancel, isCancelled };
}

/** Asks for the source's plan of what stands in the editor. */
export function useExplain(workspace: string) {
  const controller = useAbort();
  return useMutation({
    mutationFn: ({ input }: RunRequest) => post<QueryPlan>(workspace, "explain", input, controller.renew()),
  });
}

/** One request at a time, ended when the page is left. */
function useAbort() {
  const controller = useRef<AbortController | null>(null);
  // Outside system: the request that is under way when the page is left.
  useEffect(() => () => controller.current?.abort(), []);
  return {
    abort: () => controller.current?.abort(),
    renew() {
      controller.current?.abort();
      controller.current = new AbortController();
      return controller.current.signal;
    },
  };
}
