import { type Day, toIsoDay } from "../calendar";
import type { Random } from "../random";
import type { QualityEventRow, Severity } from "../tables/quality";
import { progress, type Timeline, within } from "../timeline";
import type { Appointment } from "./appointments";

const EVENTS_PER_APPOINTMENT = 0.0085;
const AFTER_A_MISSED_REMINDER = 0.03;

const KINDS: readonly { kind: string; weight: number; titles: readonly string[] }[] = [
  {
    kind: "Complaint",
    weight: 5,
    titles: [
      "Waited longer than 30 minutes",
      "Unfriendly at the front desk",
      "Bill not understood",
      "Hard to reach by phone",
    ],
  },
  {
    kind: "Near miss",
    weight: 3.2,
    titles: [
      "Wrong file opened, noticed in time",
      "Allergy found at the last check",
      "Medicine stored in the wrong place",
    ],
  },
  {
    kind: "Incident",
    weight: 2.2,
    titles: ["Client fell in the corridor", "Wrong dose given", "Result arrived late"],
  },
  { kind: "Hygiene", weight: 1.4, titles: ["Disinfection not recorded", "Room used before cleaning"] },
  { kind: "Privacy", weight: 0.9, titles: ["Letter sent to the wrong address", "Screen left unlocked"] },
];
const SEVERITY_SHARES: readonly [Severity, number][] = [
  ["low", 0.54],
  ["medium", 0.31],
  ["high", 0.125],
  ["critical", 0.025],
];
const MEDIAN_DAYS_TO_CLOSE: Record<Severity, number> = { low: 9, medium: 16, high: 27, critical: 20 };

/**
 * Events in proportion to the work done; more where reminders failed, and one after the water damage. Like
 * staff and documents, they keep their number in a company made at a smaller scale.
 */
export function generateQualityEvents(
  timeline: Timeline,
  appointments: Appointment[],
  random: Random,
  scale: number,
): QualityEventRow[] {
  const rows: QualityEventRow[] = [];
  for (const { row, day, priorNoShows } of appointments) {
    if (row.status !== "kept" && row.status !== "no_show") continue;
    // The culture of reporting gets better: more small events are written down.
    const chance = (EVENTS_PER_APPOINTMENT / scale) * (0.85 + 0.3 * progress(timeline, day));
    const noReminder =
      row.clinic_id === 3 &&
      row.status === "no_show" &&
      !row.reminder_sent &&
      within(day, timeline.reminderFailure);
    if (noReminder && priorNoShows === 0 && random.chance(AFTER_A_MISSED_REMINDER)) {
      rows.push(
        event(timeline, row, day, random, {
          kind: "Complaint",
          title: "No reminder received",
          severity: "low",
        }),
      );
    }
    if (!random.chance(chance)) continue;
    const kind = random.weighted(KINDS, ({ weight }) => weight);
    const [severity] = random.weighted(SEVERITY_SHARES, ([, share]) => share);
    rows.push(
      event(timeline, row, day, random, { kind: kind.kind, title: random.pick(kind.titles), severity }),
    );
  }
  const lighthouse = { clinic_id: 4, department_id: 1 };
  const water = { kind: "Incident", title: "Water damage: clinic closed", severity: "critical" } as const;
  rows.push(event(timeline, lighthouse, timeline.outage.first, random, water));
  rows.sort((a, b) => a.opened_on.localeCompare(b.opened_on) || a.clinic_id - b.clinic_id);
  rows.forEach((row, index) => {
    row.id = index + 1;
  });
  return rows;
}

function event(
  timeline: Timeline,
  place: { clinic_id: number; department_id: number },
  day: Day,
  random: Random,
  what: { kind: string; title: string; severity: Severity },
): QualityEventRow {
  const closed = day + Math.ceil(random.logNormal(MEDIAN_DAYS_TO_CLOSE[what.severity], 0.6));
  return {
    id: 0,
    clinic_id: place.clinic_id,
    department_id: place.department_id,
    ...what,
    opened_on: toIsoDay(day),
    closed_on: closed <= timeline.today ? toIsoDay(closed) : null,
  };
}
