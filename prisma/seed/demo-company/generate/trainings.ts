import { type Day, parseDay, startOfMonth, toIsoDay } from "../calendar";
import { TRAININGS } from "../facts";
import type { Random } from "../random";
import type { StaffRow } from "../tables/organisation";
import type { TrainingAssignmentRow, TrainingRow } from "../tables/quality";
import type { Timeline } from "../timeline";

const ASSIGNED_DAYS_BEFORE = 60;
const DUE_AHEAD_DAYS = 45;
const RIVERSIDE_ID = 3;

export function generateTrainings(): TrainingRow[] {
  return TRAININGS.map(({ name, category, validMonths }, index) => ({
    id: index + 1,
    name,
    category,
    valid_months: validMonths,
  }));
}

/** Each person repeats each training in a rhythm of their own; some are late, more of them at Riverside. */
export function generateTrainingAssignments(
  timeline: Timeline,
  staff: StaffRow[],
  random: Random,
): TrainingAssignmentRow[] {
  const rows: TrainingAssignmentRow[] = [];
  for (const person of staff) {
    TRAININGS.forEach((training, index) => {
      if (training.roles !== "all" && !training.roles.includes(person.job_role)) return;
      const phase = random.int(0, training.validMonths - 1);
      // From before the history, so that it does not begin with a clean slate.
      for (let month = phase - 12; month <= 30; month += training.validMonths) {
        const due = startOfMonth(timeline.start, month) + random.int(0, 27);
        if (due < timeline.start - 90 || due > timeline.today + DUE_AHEAD_DAYS || !employed(person, due))
          continue;
        rows.push(assignment(timeline, person, index + 1, due, random));
      }
    });
  }
  rows.sort(
    (a, b) => a.due_on.localeCompare(b.due_on) || a.staff_id - b.staff_id || a.training_id - b.training_id,
  );
  rows.forEach((row, index) => {
    row.id = index + 1;
  });
  return rows;
}

function employed(person: StaffRow, due: Day): boolean {
  return (
    due - 30 >= parseDay(person.hired_on) && (person.left_on === null || due <= parseDay(person.left_on))
  );
}

function assignment(
  timeline: Timeline,
  person: StaffRow,
  trainingId: number,
  due: Day,
  random: Random,
): TrainingAssignmentRow {
  const lateChance =
    0.26 + (person.clinic_id === RIVERSIDE_ID ? 0.16 : 0) + (person.job_role === "practitioner" ? 0.07 : 0);
  const done = random.chance(lateChance)
    ? due + Math.ceil(random.logNormal(42, 1))
    : due - Math.min(ASSIGNED_DAYS_BEFORE - 5, Math.floor(random.logNormal(12, 0.7)));
  const left = person.left_on === null ? Number.POSITIVE_INFINITY : parseDay(person.left_on);
  return {
    id: 0,
    training_id: trainingId,
    staff_id: person.id,
    assigned_on: toIsoDay(due - ASSIGNED_DAYS_BEFORE),
    due_on: toIsoDay(due),
    completed_on: done <= timeline.today ? toIsoDay(Math.min(done, left)) : null,
  };
}
