import type { ExecutionSummary } from "@/lib/executions/schemas";

const RECENT_DAYS = 7;
const DAY_MS = 86_400_000;

/** Runs that wait for somebody: held ones until they are dealt with, failed ones for a week. */
export function needsAttention(run: ExecutionSummary, now: Date): boolean {
  if (run.trigger === "TEST") return false;
  if (run.state === "HELD") return true;
  if (run.state !== "FAILED" && run.state !== "PARTIAL") return false;
  return now.getTime() - new Date(run.createdAt).getTime() < RECENT_DAYS * DAY_MS;
}
