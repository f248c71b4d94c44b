import { needsAttention } from "@/components/home/attention";
import type { FirstStep } from "@/components/home/first-steps";
import type { HomeData } from "@/components/home/home-page";
import { may } from "@/lib/access";
import type { RequestContext } from "@/lib/context";
import { firstDashboard, listDashboards } from "@/lib/dashboards";
import { listDataSources } from "@/lib/data-sources";
import { listExecutions } from "@/lib/executions";
import { listNotifications } from "@/lib/notifications";
import { listReports } from "@/lib/reports";
import { listSchedules } from "@/lib/schedules";

const SHOWN = { dashboards: 4, reports: 5, schedules: 5, runs: 6, attention: 5, notices: 5 };
const ATTENTION_LIMIT = 50;

/** Everything on the front page, each part short. */
export async function homeData(ctx: RequestContext): Promise<HomeData> {
  const [dashboards, first, reports, schedules, latest, waiting, news, steps] = await Promise.all([
    listDashboards(ctx),
    firstDashboard(ctx),
    listReports(ctx),
    listSchedules(ctx),
    listExecutions(ctx, { limit: SHOWN.runs }),
    listExecutions(ctx, { states: ["HELD", "FAILED", "PARTIAL"], limit: ATTENTION_LIMIT }),
    listNotifications(ctx),
    firstSteps(ctx),
  ]);
  return {
    first,
    dashboards: dashboards
      // One's favourites, then what one opened last, then what anybody did.
      .toSorted(
        (a, b) =>
          Number(b.isFavourite) - Number(a.isFavourite) ||
          (b.openedAt ?? "").localeCompare(a.openedAt ?? "") ||
          (b.lastUsedAt ?? b.updatedAt).localeCompare(a.lastUsedAt ?? a.updatedAt),
      )
      .slice(0, SHOWN.dashboards),
    reports: reports.slice(0, SHOWN.reports),
    schedules: schedules.filter(({ nextRunAt }) => nextRunAt !== null).slice(0, SHOWN.schedules),
    attention: waiting.executions.filter((run) => needsAttention(run, ctx.now())).slice(0, SHOWN.attention),
    notices: news.notifications.filter(({ readAt }) => readAt === null).slice(0, SHOWN.notices),
    runs: latest.executions,
    steps: steps({ dashboards: dashboards.length, reports, schedules: schedules.length }),
  };
}

type Made = { dashboards: number; reports: { latestVersion: number | null }[]; schedules: number };

/** The steps of an empty workspace, for people who can take them; none once all are done. */
async function firstSteps(ctx: RequestContext): Promise<(made: Made) => FirstStep[]> {
  if (!may(ctx, "report:create")) return () => [];
  const { slug } = ctx.workspace;
  const sources = await listDataSources(ctx);
  return ({ dashboards, reports, schedules }) => {
    const draft = reports.length > 0;
    const steps: FirstStep[] = [
      {
        title: "Connect a source",
        why: may(ctx, "data_source:create")
          ? "The database that holds your figures. It is only read."
          : "An admin connects the database that holds your figures.",
        done: sources.length > 0,
        action: may(ctx, "data_source:create")
          ? { label: "Connect a source", href: `/${slug}/data-sources/new` }
          : null,
      },
      {
        title: "Build a dashboard",
        why: "Figures and charts side by side, for whoever opens it.",
        done: dashboards > 0,
        action: { label: "Build a dashboard", href: `/${slug}/dashboards` },
      },
      {
        title: "Make a report",
        why: "A document of those figures, published as a version.",
        done: reports.some(({ latestVersion }) => latestVersion !== null),
        action: draft
          ? { label: "Publish a report", href: `/${slug}/reports` }
          : { label: "Make a report", href: `/${slug}/reports/new` },
      },
      {
        title: "Schedule it",
        why: "It arrives on time, with proof of who received it.",
        done: schedules > 0,
        action: { label: "New schedule", href: `/${slug}/schedules/new` },
      },
    ];
    return steps.every((step) => step.done) ? [] : steps;
  };
}
