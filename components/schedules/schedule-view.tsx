import type { ReactNode } from "react";
import type { Place } from "@/components/figures/place";
import { Callout } from "@/components/ui/callout";
import type { ListSummary } from "@/lib/distribution/schemas";
import type { NextRuns, ScheduleDto } from "@/lib/schedules/schemas";
import { RecipientsCard } from "./recipients-card";
import { TimingCard } from "./timing-card";

type ScheduleViewProps = {
  slug: string;
  place: Place;
  schedule: ScheduleDto;
  lists: readonly ListSummary[];
  nextRuns: NextRuns | null;
  /** What it did so far. */
  runs: ReactNode;
};

/** When, who, and what happened so far. */
export function ScheduleView({ slug, place, schedule, lists, nextRuns, runs }: ScheduleViewProps) {
  return (
    <>
      {schedule.stateReason ? (
        <Callout tone={schedule.state === "ACTIVE" ? "warn" : "bad"}>{schedule.stateReason}</Callout>
      ) : null}
      <div className="grid grid-cols-1 items-start gap-4 lg:grid-cols-2">
        <TimingCard schedule={schedule} runs={nextRuns} place={place} />
        <RecipientsCard slug={slug} schedule={schedule} lists={lists} />
      </div>
      {runs}
    </>
  );
}
