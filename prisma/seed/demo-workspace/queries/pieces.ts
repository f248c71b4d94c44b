/** Pieces that the demo's statements share. */
import type { DemoParameter } from "../types";

export const PERIOD: DemoParameter[] = [
  { name: "from", label: "From", type: "date" },
  { name: "to", label: "To", type: "date" },
];
export const PERIOD_AND_CLINIC: DemoParameter[] = [
  ...PERIOD,
  { name: "clinic", label: "Clinic (all when empty)", type: "text", default: "" },
];

/** Days begin at midnight in Berlin, whatever the zone of the session. */
export const STARTS_IN_PERIOD = `a.starts_at >= {{from}}::timestamp at time zone 'Europe/Berlin'
  and a.starts_at < {{to}}::timestamp at time zone 'Europe/Berlin'`;

export const OF_CLINIC = `({{clinic}} = '' or c.name = {{clinic}})`;

/**
 * Months for long periods, days up to a month, and between them seven days at a time, counted back from the
 * end so that the newest is whole. The first is cut at the start of the period.
 */
export function bucketOf(localTime: string): string {
  return `case
    when {{to}} - {{from}} > 120 then greatest(date_trunc('month', ${localTime})::date, {{from}})
    when {{to}} - {{from}} > 31 then greatest({{to}} - 7 * (({{to}} - 1 - (${localTime})::date) / 7 + 1), {{from}})
    else (${localTime})::date
  end`;
}
