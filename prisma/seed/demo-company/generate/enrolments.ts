import { type Day, toIsoDay, yearOf } from "../calendar";
import { departmentId, PROGRAMMES } from "../facts";
import { logistic, type Random } from "../random";
import type { EnrolmentRow, ProgrammeRow } from "../tables/care";
import type { Timeline } from "../timeline";
import type { Appointment } from "./appointments";
import type { Client } from "./clients";

const ENROL_CHANCE = 0.034;
const DAYS_BETWEEN_PROGRAMMES = 240;

export function generateProgrammes(): ProgrammeRow[] {
  return PROGRAMMES.map(({ name, department, weeks, price }, index) => ({
    id: index + 1,
    name,
    department_id: departmentId(department),
    weeks,
    price,
  }));
}

/** A few of those who kept an appointment enrol; each week some drop out, for reasons one can find. */
export function generateEnrolments(
  timeline: Timeline,
  appointments: Appointment[],
  random: Random,
): EnrolmentRow[] {
  const rows: EnrolmentRow[] = [];
  const lastEnrolled = new Map<Client, Day>();
  for (const appointment of appointments) {
    const { row, client, day } = appointment;
    if (row.status !== "kept" || !random.chance(ENROL_CHANCE)) continue;
    const candidates = PROGRAMMES.filter(({ department }) => departmentId(department) === row.department_id);
    const since = day - (lastEnrolled.get(client) ?? Number.NEGATIVE_INFINITY);
    const enrolled = day + random.int(3, 12);
    if (candidates.length === 0 || since < DAYS_BETWEEN_PROGRAMMES || enrolled > timeline.today) continue;
    const programme = random.pick(candidates);
    lastEnrolled.set(client, enrolled);
    rows.push({
      id: 0,
      client_id: client.row.id,
      programme_id: PROGRAMMES.indexOf(programme) + 1,
      clinic_id: row.clinic_id,
      enrolled_on: toIsoDay(enrolled),
      ...follow(timeline, appointment, programme, enrolled, random),
    });
  }
  rows.sort((a, b) => a.enrolled_on.localeCompare(b.enrolled_on) || a.client_id - b.client_id);
  rows.forEach((row, index) => {
    row.id = index + 1;
  });
  return rows;
}

type Course = Pick<
  EnrolmentRow,
  "has_coach" | "sessions_first_month" | "status" | "ended_on" | "drop_out_reason"
>;

/**
 * Walks through the weeks. The odds of leaving rise with distance, youth, earlier no-shows, missing a coach
 * and sessions missed in the first month; they are highest in the first weeks.
 */
function follow(
  timeline: Timeline,
  { client, priorNoShows }: Appointment,
  programme: (typeof PROGRAMMES)[number],
  enrolled: Day,
  random: Random,
): Course {
  const hasCoach = random.chance(0.45);
  const age = yearOf(enrolled) - client.row.birth_year;
  const strain =
    0.028 * Math.min(client.row.distance_km, 30) +
    (age < 30 ? 0.4 : age >= 60 ? -0.3 : 0) +
    0.35 * Math.min(priorNoShows, 2) +
    (hasCoach ? -0.35 : 0.3) +
    random.normal(0, 0.4);
  let attended = 0;
  for (let week = 1; week <= programme.weeks; week++) {
    const endOfWeek = enrolled + week * 7;
    if (endOfWeek > timeline.today) return course("active", null);
    const came = random.chance(logistic(1.9 - 0.55 * strain));
    if (week <= 4 && came) attended++;
    const missed = Math.min(week, 4) - attended;
    const early = week <= 4 ? 0.35 : 0;
    const leaves = logistic(-4.75 + programme.dropOut + 0.75 * strain + 0.5 * missed + early);
    if (random.chance(leaves)) return course("dropped_out", endOfWeek - random.int(0, 5));
  }
  return course("completed", enrolled + programme.weeks * 7);

  function course(status: EnrolmentRow["status"], ended: Day | null): Course {
    return {
      has_coach: hasCoach,
      sessions_first_month: attended,
      status,
      ended_on: ended === null ? null : toIsoDay(ended),
      drop_out_reason: status === "dropped_out" ? reason(client, random) : null,
    };
  }
}

function reason(client: Client, random: Random): string {
  return random.weighted(
    [
      ["No time", 4],
      ["Too far away", client.row.distance_km > 10 ? 5 : 0.5],
      ["Feels better already", 2],
      ["Cost", client.row.payer === "self_pay" ? 3 : 0.8],
      ["Not what was expected", 1.6],
      ["No reason given", 3],
    ] as [string, number][],
    ([, weight]) => weight,
  )[0];
}
