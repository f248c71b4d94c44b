import type { RequestContext } from "@/lib/context";
import { formatDateTime } from "@/lib/format/dates";

/** "23 Nov 2026, 07:30 Berlin": a time as the schedule's own clock shows it. */
export function runText(ctx: RequestContext, time: Date, zone: string): string {
  return formatDateTime(time, { locale: ctx.workspace.locale, zone });
}
