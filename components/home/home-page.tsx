import { Newspaper } from "lucide-react";
import Link from "next/link";
import type { Place } from "@/components/figures/place";
import { EmptyState } from "@/components/ui/empty-state";
import { RelativeTime } from "@/components/ui/relative-time";
import type { DashboardSummary } from "@/lib/dashboards/schemas";
import type { FirstDashboard } from "@/lib/dashboards/starts/schemas";
import type { ExecutionSummary } from "@/lib/executions/schemas";
import type { NotificationDto } from "@/lib/notifications/schemas";
import type { ReportSummary } from "@/lib/reports/schemas";
import type { ScheduleSummary } from "@/lib/schedules/schemas";
import { DashboardItems } from "./dashboard-items";
import { FirstDashboardLink } from "./first-dashboard-link";
import { FirstSteps, type FirstStep } from "./first-steps";
import { HomeCard, homeRowClasses } from "./home-card";
import { type MarkRead, MarkReadButton } from "./mark-read";
import { NoticeItems } from "./notice-items";
import { RunItems } from "./run-items";
import { ScheduleItems } from "./schedule-items";

export type HomeData = {
  /** What one sees first, by one's own choice or that of one's job role or department. */
  first: FirstDashboard | null;
  dashboards: readonly DashboardSummary[];
  reports: readonly ReportSummary[];
  /** Those that run, the next first. */
  schedules: readonly ScheduleSummary[];
  /** Held or failed, the newest first. */
  attention: readonly ExecutionSummary[];
  /** Unread, the newest first. */
  notices: readonly NotificationDto[];
  runs: readonly ExecutionSummary[];
  /** Empty once the workspace is under way, and for people who only read. */
  steps: readonly FirstStep[];
};

type HomePageProps = HomeData & {
  slug: string;
  place: Place;
  now: string;
  /** False for people who do not see deliveries as a whole. */
  mayReadDeliveries: boolean;
  markRead: MarkRead;
};

/** The front page: what needs somebody, what one reads, what is sent next and what was sent last. */
export function HomePage(props: HomePageProps) {
  const { slug, place, now, dashboards, reports, schedules, attention, notices, runs, steps } = props;
  const nothing = [dashboards, reports, schedules, runs, notices].every((part) => part.length === 0);
  if (nothing && steps.length === 0) return <NothingYet />;
  return (
    <>
      {steps.length > 0 ? <FirstSteps steps={steps} /> : null}
      {props.first ? <FirstDashboardLink slug={slug} first={props.first} /> : null}
      <div className="grid grid-cols-1 items-start gap-4 lg:grid-cols-[minmax(0,5fr)_minmax(0,3fr)]">
        <div className="flex min-w-0 flex-col gap-4">
          {attention.length > 0 ? (
            <HomeCard
              title="Needs attention"
              all={
                props.mayReadDeliveries
                  ? { href: `/${slug}/deliveries?show=attention`, label: "All of these" }
                  : undefined
              }
            >
              <RunItems
                label="Needs attention"
                slug={slug}
                place={place}
                now={now}
                runs={attention}
                reasons
              />
            </HomeCard>
          ) : null}
          {dashboards.length > 0 ? (
            <HomeCard title="Dashboards" all={{ href: `/${slug}/dashboards`, label: "All dashboards" }}>
              <DashboardItems slug={slug} place={place} now={now} dashboards={dashboards} />
            </HomeCard>
          ) : null}
          {reports.length > 0 ? (
            <HomeCard title="Reports" all={{ href: `/${slug}/reports`, label: "All reports" }}>
              <ReportItems slug={slug} place={place} now={now} reports={reports} />
            </HomeCard>
          ) : null}
        </div>
        <div className="flex min-w-0 flex-col gap-4">
          {notices.length > 0 ? (
            <HomeCard title="News for you">
              <NoticeItems place={place} now={now} notices={notices} />
              <MarkReadButton ids={notices.map(({ id }) => id)} markRead={props.markRead} />
            </HomeCard>
          ) : null}
          {schedules.length > 0 ? (
            <HomeCard title="Next runs" all={{ href: `/${slug}/schedules`, label: "All schedules" }}>
              <ScheduleItems slug={slug} place={place} now={now} schedules={schedules} />
            </HomeCard>
          ) : null}
          {runs.length > 0 ? (
            <HomeCard
              title="Latest runs"
              all={props.mayReadDeliveries ? { href: `/${slug}/deliveries`, label: "All runs" } : undefined}
            >
              <RunItems label="Latest runs" slug={slug} place={place} now={now} runs={runs} />
            </HomeCard>
          ) : null}
        </div>
      </div>
    </>
  );
}

type ReportItemsProps = Pick<HomePageProps, "slug" | "place" | "now" | "reports">;

function ReportItems({ slug, place, now, reports }: ReportItemsProps) {
  return (
    <ul aria-label="Reports">
      {reports.map((report) => (
        <li key={report.id} className={`flex items-baseline justify-between gap-3 ${homeRowClasses}`}>
          <div className="min-w-0">
            <Link href={`/${slug}/reports/${report.id}`} className="font-medium text-ink hover:underline">
              {report.name}
            </Link>
            {report.description ? <p className="truncate text-ink-2">{report.description}</p> : null}
          </div>
          <RelativeTime at={report.updatedAt} {...place} now={now} className="shrink-0 text-ink-2" />
        </li>
      ))}
    </ul>
  );
}

function NothingYet() {
  return (
    <EmptyState
      icon={<Newspaper />}
      title="Nothing to read yet"
      description="Dashboards and reports appear here as soon as somebody in this workspace shares them with you."
    />
  );
}
