import { HydrationBoundary } from "@tanstack/react-query";
import type { Metadata } from "next";
import { cache } from "react";
import { runsState } from "@/components/deliveries/first-paint";
import { SCHEDULE_RUNS } from "@/components/deliveries/run-words";
import { ScheduleRuns } from "@/components/deliveries/schedule-runs";
import { PageBody } from "@/components/layout/page-body";
import { PageHeader } from "@/components/layout/page-header";
import { ScheduleActions } from "@/components/schedules/schedule-actions";
import { ScheduleSubtitle } from "@/components/schedules/schedule-subtitle";
import { ScheduleView } from "@/components/schedules/schedule-view";
import { StatusBadge } from "@/components/ui/status-badge";
import { may } from "@/lib/access";
import { pageContext, pageData } from "@/lib/auth";
import { listLists } from "@/lib/distribution";
import { listExecutions } from "@/lib/executions";
import { getSchedule } from "@/lib/schedules";
import { boundVerbs } from "../bound-verbs";
import { comingRuns } from "../coming-runs";

type PageProps = { params: Promise<{ workspace: string; scheduleId: string }> };

/** Once for the title and the page. */
const load = cache(async (workspace: string, scheduleId: string) => {
  const ctx = await pageContext(Promise.resolve({ workspace }), `/schedules/${scheduleId}`);
  return { ctx, schedule: await pageData(() => getSchedule(ctx, { scheduleId })) };
});

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const { workspace, scheduleId } = await params;
  return { title: (await load(workspace, scheduleId)).schedule.name };
}

export default async function SchedulePage({ params }: PageProps) {
  const { workspace, scheduleId } = await params;
  const { ctx, schedule } = await load(workspace, scheduleId);
  const runFilter = { scheduleId: schedule.id, limit: SCHEDULE_RUNS };
  const [lists, runs, nextRuns] = await Promise.all([
    listLists(ctx),
    listExecutions(ctx, runFilter),
    comingRuns(ctx, schedule),
  ]);
  const { slug, zone, locale } = ctx.workspace;
  const place = { zone, locale };
  return (
    <>
      <PageHeader
        title={schedule.name}
        description={<ScheduleSubtitle slug={slug} schedule={schedule} />}
        breadcrumbs={[{ label: "Schedules", href: `/${slug}/schedules` }]}
        status={<StatusBadge kind="schedule" state={schedule.state} />}
        action={
          ctx.actor.kind === "user" && may(ctx, "schedule:update") ? (
            <ScheduleActions
              slug={slug}
              schedule={schedule}
              ownEmail={ctx.actor.email}
              verbs={boundVerbs(slug)}
            />
          ) : undefined
        }
      />
      <PageBody>
        <ScheduleView
          slug={slug}
          place={place}
          schedule={schedule}
          lists={lists}
          nextRuns={nextRuns}
          runs={
            <HydrationBoundary state={runsState(slug, runFilter, runs)}>
              <ScheduleRuns
                slug={slug}
                place={place}
                now={ctx.now().toISOString()}
                scheduleId={schedule.id}
              />
            </HydrationBoundary>
          }
        />
      </PageBody>
    </>
  );
}
