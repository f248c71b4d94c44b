/** What runs say in words. Pure. */
import { formatDuration } from "@/lib/format/sizes";
import { NO_VALUE } from "@/lib/format/value";
import type { RunDto, RunState } from "@/lib/queries/runs/schemas";
import type { QueryPurpose } from "@/lib/queries/schemas";

export const PURPOSE_WORDS: Record<QueryPurpose, string> = {
  DASHBOARD: "Dashboard",
  REPORT: "Report",
  LIBRARY: "Library",
  EDITOR: "Trying out",
  EXPORT: "Export",
  OPTIONS: "List of choices",
};

export const STATE_WORDS: Record<RunState, string> = {
  RUNNING: "Running",
  COMPLETED: "Completed",
  FAILED: "Failed",
  CANCELLED: "Cancelled",
};

/** What was asked: the query's name, or that there is none. */
export function questionOf({ queryName, isHiddenQuery }: RunDto): string {
  if (isHiddenQuery) return "A query you cannot see";
  return queryName ?? "Not saved";
}

/** Who asked. Nobody in particular: a schedule, or Broadsheet itself. */
export function askerOf({ actorUserId, actorName }: RunDto): string {
  if (actorUserId === null) return "Broadsheet";
  return actorName || "Somebody who has left";
}

/** While it runs, how long already. */
export function tookText(run: RunDto, nowMs: number, locale: string): string {
  if (run.state === "RUNNING") {
    const seconds = Math.max(0, Math.floor((nowMs - Date.parse(run.createdAt)) / 1000));
    return formatDuration(seconds * 1000, { locale });
  }
  return run.durationMs === null ? NO_VALUE : formatDuration(run.durationMs, { locale });
}

/** "clinic North · from 2026-10-01": the values it was asked with, by name: rows of one query are compared. */
export function parametersText({ parameters }: RunDto): string {
  return Object.entries(parameters)
    .sort(([one], [other]) => one.localeCompare(other, "en"))
    .map(([name, value]) => `${name} ${wordOf(value)}`)
    .join(" · ");
}

function wordOf(value: unknown): string {
  if (value === null || value === "") return "(empty)";
  return Array.isArray(value) ? value.map(wordOf).join(", ") : String(value);
}
