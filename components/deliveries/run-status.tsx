"use client";

import { StatusBadge } from "@/components/ui/status-badge";
import { useRun } from "./queries";

/** The state of a run in the page's head, live. */
export function RunStatus({ slug, executionId }: { slug: string; executionId: string }) {
  const { data: run } = useRun(slug, executionId);
  return run ? <StatusBadge kind="execution" state={run.state} /> : null;
}
