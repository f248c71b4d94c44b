import type { ScheduleChoices } from "@/components/schedules/schedule-form";
import type { RequestContext } from "@/lib/context";
import { listLists } from "@/lib/distribution";
import { listReports } from "@/lib/reports";

/** What the form of a schedule can choose from. */
export async function scheduleChoices(ctx: RequestContext): Promise<ScheduleChoices> {
  const [reports, lists] = await Promise.all([listReports(ctx), listLists(ctx)]);
  const { slug, zone, locale } = ctx.workspace;
  return {
    slug,
    locale,
    workspaceZone: zone,
    reports: reports.toSorted((a, b) => a.name.localeCompare(b.name, locale)),
    lists,
    // The runtime leaves UTC out of its own list.
    zones: [...Intl.supportedValuesOf("timeZone").filter((name) => name !== "UTC"), "UTC"],
  };
}
