import Link from "next/link";
import type { Place } from "@/components/figures/place";
import { RelativeTime } from "@/components/ui/relative-time";
import { formatDayTime } from "@/lib/format/day-time";
import type { ScheduleSummary } from "@/lib/schedules/schemas";
import { homeRowClasses } from "./home-card";

type ScheduleItemsProps = { slug: string; place: Place; now: string; schedules: readonly ScheduleSummary[] };

/** What is sent next. */
export function ScheduleItems({ slug, place, now, schedules }: ScheduleItemsProps) {
  return (
    <ul aria-label="Next runs">
      {schedules.map((schedule) => (
        <li key={schedule.id} className={homeRowClasses}>
          <div className="flex items-baseline justify-between gap-3">
            <Link
              href={`/${slug}/schedules/${schedule.id}`}
              className="min-w-0 truncate font-medium text-ink hover:underline"
            >
              {schedule.name}
            </Link>
            {schedule.nextRunAt ? (
              <RelativeTime at={schedule.nextRunAt} {...place} now={now} className="shrink-0 text-ink-2" />
            ) : null}
          </div>
          <p className="text-ink-2 tabular-nums">
            {schedule.nextRunAt ? formatDayTime(schedule.nextRunAt, now, place) : ""} ·{" "}
            {schedule.recipientCount === 1 ? "1 person" : `${schedule.recipientCount} people`}
          </p>
        </li>
      ))}
    </ul>
  );
}
