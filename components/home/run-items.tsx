import Link from "next/link";
import type { Place } from "@/components/figures/place";
import { StatusBadge } from "@/components/ui/status-badge";
import type { ExecutionSummary } from "@/lib/executions/schemas";
import { formatDayTime } from "@/lib/format/day-time";
import { homeRowClasses } from "./home-card";

type RunItemsProps = {
  label: string;
  slug: string;
  place: Place;
  now: string;
  runs: readonly ExecutionSummary[];
  /** Says why, for runs that wait for somebody. */
  reasons?: boolean;
};

export function RunItems({ label, slug, place, now, runs, reasons = false }: RunItemsProps) {
  return (
    <ul aria-label={label}>
      {runs.map((run) => (
        <li key={run.id} className={homeRowClasses}>
          <div className="flex items-center justify-between gap-3">
            <Link
              href={`/${slug}/deliveries/${run.id}`}
              className="min-w-0 truncate font-medium text-ink hover:underline"
            >
              {run.scheduleName ?? run.reportName}
            </Link>
            <StatusBadge kind="execution" state={run.state} className="shrink-0" />
          </div>
          <p className="text-ink-2 tabular-nums">
            {formatDayTime(run.scheduledFor ?? run.createdAt, now, place)}
            {run.deliveries.total > 0 ? ` · ${run.deliveries.done} of ${run.deliveries.total} delivered` : ""}
            {run.trigger === "TEST" ? " · test" : ""}
          </p>
          {reasons && run.stateReason ? (
            <p className="mt-1 line-clamp-2 text-ink">{run.stateReason}</p>
          ) : null}
        </li>
      ))}
    </ul>
  );
}
