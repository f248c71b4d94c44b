import type { NextRun } from "@/lib/schedules/schemas";
import { cn } from "@/lib/utils/cn";

type NextRunsListProps = { runs: readonly NextRun[]; className?: string };

/** Days left, times right, and a remark where the clock does something unusual. */
export function NextRunsList({ runs, className }: NextRunsListProps) {
  return (
    <ol aria-label="Next runs" className={cn("text-13", className)}>
      {runs.map((run) => {
        const { day, time } = splitRun(run.text);
        return (
          <li key={run.at} className="break-inside-avoid border-b border-rule py-2">
            <time
              dateTime={run.at}
              className="grid grid-cols-[minmax(0,1fr)_auto] whitespace-nowrap gap-x-3 tabular-nums"
            >
              <span>{day}</span>
              <span className="text-ink-2">{time}</span>
            </time>
            {run.remark ? <p className="text-xs text-warn">{run.remark}</p> : null}
          </li>
        );
      })}
    </ol>
  );
}

/** "Mon 23 Nov 2026, 07:30 CET" in two columns. */
function splitRun(text: string): { day: string; time: string } {
  const comma = text.lastIndexOf(", ");
  return comma < 0 ? { day: text, time: "" } : { day: text.slice(0, comma), time: text.slice(comma + 2) };
}
