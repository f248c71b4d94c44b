/** What a run's figures say in words. Pure. */
import type { ExecutionState, ExecutionSummary } from "@/lib/executions/schemas";
import { formatDuration } from "@/lib/format/sizes";
import { NO_VALUE } from "@/lib/format/value";

/** True while something still happens by itself: the page then looks again. */
export function isUnderWay({ state }: Pick<ExecutionSummary, "state">): boolean {
  return state === "PENDING" || state === "RUNNING";
}

/** How the runs are filtered: what waits for somebody stands apart. */
export const RUN_FILTERS = {
  all: { label: "All", states: [] },
  attention: { label: "Needs attention", states: ["HELD", "FAILED", "PARTIAL"] },
  open: { label: "Under way", states: ["PENDING", "RUNNING"] },
  done: { label: "Done", states: ["COMPLETED", "SKIPPED", "CANCELLED", "EXPIRED"] },
} as const satisfies Record<string, { label: string; states: readonly ExecutionState[] }>;
export type RunFilterKey = keyof typeof RUN_FILTERS;
export const RUN_FILTER_KEYS = Object.keys(RUN_FILTERS) as RunFilterKey[];

/** How many runs stand on a page at first, and how many more come with each step. */
export const RUN_PAGE = 50;
export const SCHEDULE_RUNS = 20;

/** When it was due; a run by hand when it was asked for. */
export function dueAt({ scheduledFor, createdAt }: ExecutionSummary): string {
  return scheduledFor ?? createdAt;
}

/** From its start to its end; a run under way and one that never began have none. */
export function tookText({ startedAt, finishedAt }: ExecutionSummary, locale: string): string {
  if (!startedAt || !finishedAt) return NO_VALUE;
  return formatDuration(new Date(finishedAt).getTime() - new Date(startedAt).getTime(), { locale });
}

/** What to call it: by its schedule, or by its report when that is gone. */
export function runName({ scheduleName, reportName }: ExecutionSummary): string {
  return scheduleName ?? reportName;
}

export type DeliveryProgress = { value: number; max: number; text: string; tone: "good" | "warn" | "accent" };

/** The bar of a run: how far it is prepared, then how many mails left. null when there is nothing to count. */
export function progressOf(run: ExecutionSummary): DeliveryProgress | null {
  const { total, done } = run.deliveries;
  if (total === 0) {
    if (!isUnderWay(run)) return null;
    return { value: run.progress, max: 100, text: `${run.progress} %`, tone: "accent" };
  }
  const tone = done === total ? "good" : isUnderWay(run) ? "accent" : "warn";
  return { value: done, max: total, text: `${done} of ${total}`, tone };
}
