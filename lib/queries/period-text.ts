import type { RequestContext } from "@/lib/context";
import { formatRange } from "@/lib/format/dates";
import { lastDayOf, RANGE_LABELS, type RangeChoice, resolveRange } from "@/lib/time/ranges";

/** The days of a period as they stand today, in words: "1–31 October 2026". */
export function periodText(ctx: RequestContext, choice: RangeChoice): string {
  if (choice.kind === "relative" && choice.name === "all_time") return RANGE_LABELS.all_time;
  const { zone, locale, weekStartsOn } = ctx.workspace;
  const range = resolveRange(choice, ctx.now(), zone, weekStartsOn);
  return formatRange(range.from, lastDayOf(range), { locale, zone });
}
