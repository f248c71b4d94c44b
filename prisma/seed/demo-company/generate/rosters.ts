import { type Day, monthOf, parseDay, toIsoDay, weekdayOf } from "../calendar";
import { CLINICS } from "../facts";
import type { Random } from "../random";
import type { RosterRow, StaffRow } from "../tables/organisation";
import type { Timeline } from "../timeline";
import { instantAt, toIsoInstant } from "../zone";

/** One shift before it becomes a row: minutes after midnight, Berlin. */
export type Shift = {
  rosterId: number;
  staff: StaffRow;
  clinicId: number;
  day: Day;
  from: number;
  to: number;
  /** Start of a half-hour break; null on the short Saturday. */
  breakAt: number | null;
};

const EARLY = { from: 8 * 60, to: 16 * 60, breakAt: 12 * 60 };
const LATE = { from: 10 * 60, to: 18 * 60, breakAt: 13 * 60 + 30 };
const SATURDAY = { from: 9 * 60, to: 13 * 60, breakAt: null };

/** Chance that a week is taken off: summer, Christmas and Easter. About 30 days a year in all. */
function weekOffChance(day: Day): number {
  const byMonth = [0.05, 0.07, 0.07, 0.12, 0.1, 0.1, 0.2, 0.22, 0.09, 0.12, 0.05, 0.12];
  return byMonth[monthOf(day) - 1] ?? 0.1;
}

function sickChance(day: Day): number {
  return [1, 2, 11, 12].includes(monthOf(day)) ? 0.045 : 0.025;
}

/**
 * Shifts of all practitioners from the start to the horizon, in order of day.
 * @param scale share of the shifts to keep, so that a small company keeps full days and true rates
 */
export function generateShifts(
  timeline: Timeline,
  staff: StaffRow[],
  random: Random,
  scale: number,
): Shift[] {
  const shifts: Shift[] = [];
  for (const person of staff.filter((row) => row.job_role === "practitioner")) {
    shifts.push(...shiftsOf(person, timeline, random.fork(`staff-${person.id}`), scale));
  }
  shifts.sort((a, b) => a.day - b.day || a.staff.id - b.staff.id);
  shifts.forEach((shift, index) => {
    shift.rosterId = index + 1;
  });
  return shifts;
}

function shiftsOf(person: StaffRow, timeline: Timeline, random: Random, scale: number): Shift[] {
  const clinic = CLINICS.find(({ id }) => id === person.clinic_id);
  if (clinic === undefined) return [];
  const opened = clinic.openedOn === "in_history" ? timeline.docklandsOpens : parseDay(clinic.openedOn);
  const first = Math.max(timeline.start, opened, parseDay(person.hired_on));
  const last = person.left_on === null ? timeline.horizon : parseDay(person.left_on);
  const daysOff = new Set(
    random.shuffle([2, 3, 4, 5]).slice(0, Math.round((38.5 - person.weekly_hours) / 7.7)),
  );
  const saturdayTurn = random.int(0, 3);
  const shifts: Shift[] = [];
  let weekOff = false;
  for (let day = first; day <= last; day++) {
    const weekday = weekdayOf(day);
    if (weekday === 1) weekOff = random.chance(weekOffChance(day));
    const sick = random.chance(sickChance(day));
    const inSample = random.chance(scale);
    const early = random.chance(0.52);
    const saturday = weekday === 6 && clinic.openSaturday && Math.floor(day / 7) % 4 === saturdayTurn;
    const onDuty = (weekday <= 5 && !daysOff.has(weekday)) || saturday;
    if (!onDuty || weekOff || sick || !inSample || timeline.holidays.has(day)) continue;
    const hours = saturday ? SATURDAY : early ? EARLY : LATE;
    shifts.push({ rosterId: 0, staff: person, clinicId: clinic.id, day, ...hours });
  }
  return shifts;
}

export function rosterRow(shift: Shift): RosterRow {
  return {
    id: shift.rosterId,
    staff_id: shift.staff.id,
    clinic_id: shift.clinicId,
    work_date: toIsoDay(shift.day),
    starts_at: toIsoInstant(instantAt(shift.day, shift.from)),
    ends_at: toIsoInstant(instantAt(shift.day, shift.to)),
    offered_minutes: shift.to - shift.from - (shift.breakAt === null ? 0 : 30),
  };
}
