import { toIsoDay } from "../calendar";
import { DEPARTMENTS, departmentId } from "../facts";
import type { Random } from "../random";
import type { StaffRow } from "../tables/organisation";
import type { DocumentRow } from "../tables/quality";
import type { Timeline } from "../timeline";

const SUBJECTS: readonly [category: string, subjects: readonly string[]][] = [
  [
    "Procedure",
    [
      "Admission of new clients",
      "Handing over a client",
      "Identifying clients",
      "Cleaning of treatment rooms",
      "Handling of samples",
      "Reporting incidents",
      "Remote appointments",
      "Emergency in the waiting room",
    ],
  ],
  ["Form", ["Consent to treatment", "Medical history", "Consent to reminders", "Complaint", "Device check"]],
  ["Policy", ["Data protection", "Hygiene", "Medication", "Lone working", "Data retention"]],
  ["Plan", ["Fire and evacuation", "Outbreak", "Power failure", "Training of the year"]],
];

/** Each department keeps most subjects; reviews are due every one to three years, and some slip. */
export function generateDocuments(timeline: Timeline, staff: StaffRow[], random: Random): DocumentRow[] {
  const rows: DocumentRow[] = [];
  for (const department of DEPARTMENTS) {
    const owners = staff.filter(
      (row) => row.department_id === departmentId(department) && row.left_on === null,
    );
    if (owners.length === 0) continue;
    for (const [category, subjects] of SUBJECTS) {
      for (const subject of subjects) {
        if (!random.chance(0.8)) continue;
        rows.push({
          ...stateOf(timeline, random),
          id: rows.length + 1,
          title: `${subject}: ${department}`,
          category,
          department_id: departmentId(department),
          owner_id: random.pick(owners).id,
        });
      }
    }
  }
  return rows;
}

function stateOf(
  timeline: Timeline,
  random: Random,
): Pick<DocumentRow, "version" | "state" | "approved_on" | "review_due_on"> {
  const cycleDays = random.pick([365, 730, 730, 1095]);
  // A few days to four months late for one in seven, otherwise anywhere in the cycle.
  const late = random.chance(0.14);
  const dueInDays = late ? -Math.ceil(random.logNormal(24, 0.9)) : random.int(1, cycleDays);
  const retired = random.chance(0.06);
  const draft = !retired && !late && random.chance(0.05);
  const inReview = !draft && !retired && dueInDays < 40 && random.chance(0.6);
  const approved = Math.min(timeline.today, timeline.today + dueInDays - cycleDays);
  return {
    version: draft ? 1 : random.int(1, 7),
    state: retired ? "retired" : draft ? "draft" : inReview ? "in_review" : "approved",
    approved_on: draft ? null : toIsoDay(approved),
    review_due_on: toIsoDay(timeline.today + dueInDays),
  };
}
