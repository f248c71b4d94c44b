import type { Place } from "@/components/figures/place";
import { Card, CardContent, CardHeader, CardTitle } from "@/components/ui/card";
import { formatDate } from "@/lib/format/dates";
import type { NextRuns, ScheduleDto } from "@/lib/schedules/schemas";
import { NextRunsList } from "./next-runs-list";

type TimingCardProps = {
  schedule: ScheduleDto;
  /** null when it does not run at present. */
  runs: NextRuns | null;
  place: Place;
};

/** When it runs, in a sentence and as the next ten dates. */
export function TimingCard({ schedule, runs, place }: TimingCardProps) {
  return (
    <Card>
      <CardHeader>
        <CardTitle>When</CardTitle>
      </CardHeader>
      <CardContent className="pt-2">
        <p className="font-serif text-xl text-balance text-ink">{schedule.timing}</p>
        <p className="mt-1 text-xs text-ink-3">{boundsText(schedule, place)}</p>
        <div className="mt-3">
          {runs && runs.runs.length > 0 ? (
            <NextRunsList runs={runs.runs} className="gap-x-8 sm:max-lg:columns-2 xl:columns-2" />
          ) : (
            <p className="text-13 text-ink-2">{noRunsText(schedule)}</p>
          )}
        </div>
      </CardContent>
    </Card>
  );
}

function boundsText({ startsAt, endsAt, zone, cron }: ScheduleDto, { locale }: Place): string {
  const day = (at: string) => formatDate(at, { locale, zone });
  const parts = [
    ...(startsAt ? [`from ${day(startsAt)}`] : []),
    ...(endsAt ? [`until ${day(endsAt)}`] : []),
    `cron ${cron}`,
  ];
  const text = parts.join(" · ");
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function noRunsText({ state }: ScheduleDto): string {
  if (state === "PAUSED") return "Paused: it does not run until it is resumed.";
  if (state === "ACTIVE") return "It has reached its last day and does not run again.";
  return "Switched off: it does not run until it is put right and resumed.";
}
