/** What a person has, in words. Pure. */
import type { OwnedDashboards } from "@/lib/dashboards/sharing/schemas";

/** "1 report", "3 reports". */
export const countWords = (count: number, noun: string): string =>
  `${count} ${noun}${count === 1 ? "" : "s"}`;

/** What is theirs and goes on as it is; empty when there is none of it. */
export function elsewhereWords({
  reportCount,
  scheduleCount,
}: Pick<OwnedDashboards, "reportCount" | "scheduleCount">): string {
  const parts = [
    ...(reportCount > 0 ? [countWords(reportCount, "report")] : []),
    ...(scheduleCount > 0 ? [countWords(scheduleCount, "schedule")] : []),
  ];
  if (parts.length === 0) return "";
  return `They also made ${parts.join(" and ")}, which every editor can change and which go on as they are.`;
}
