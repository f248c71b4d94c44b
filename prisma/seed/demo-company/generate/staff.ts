import { type Day, dayOf, startOfMonth, toIsoDay } from "../calendar";
import { CLINICS, type ClinicFacts, DEPARTMENTS, type DepartmentName, departmentId } from "../facts";
import { nameSource } from "../names";
import type { Random } from "../random";
import type { ClinicRow, DepartmentRow, HolidayRow, StaffRow } from "../tables/organisation";
import type { Timeline } from "../timeline";

export function generateClinics(timeline: Timeline): ClinicRow[] {
  return CLINICS.map((clinic) => ({
    id: clinic.id,
    name: clinic.name,
    district: clinic.district,
    opened_on: clinic.openedOn === "in_history" ? toIsoDay(timeline.docklandsOpens) : clinic.openedOn,
    opens_at: "08:00",
    closes_at: "18:00",
    open_saturday: clinic.openSaturday,
  }));
}

export function generateDepartments(): DepartmentRow[] {
  return DEPARTMENTS.map((name, index) => ({ id: index + 1, name, is_clinical: index < 6 }));
}

export function generateHolidays(timeline: Timeline): HolidayRow[] {
  return [...timeline.holidays]
    .filter(([day]) => day >= timeline.start)
    .sort(([a], [b]) => a - b)
    .map(([day, name]) => ({ day: toIsoDay(day), name }));
}

const OFFICE: readonly [DepartmentName, people: number][] = [
  ["Quality", 3],
  ["Marketing", 3],
  ["Administration", 8],
];
const PART_TIME = [38.5, 38.5, 30.8, 30.8, 23.1] as const;

/** Practitioners, nurses, front desk and managers for each clinic, then the head office. */
export function generateStaff(timeline: Timeline, random: Random): StaffRow[] {
  const nextName = nameSource(
    random,
    CLINICS.map(({ manager }) => manager),
  );
  const rows: StaffRow[] = [];
  const hire = (person: {
    role: StaffRow["job_role"];
    clinic: ClinicFacts | null;
    department: DepartmentName;
    from?: Day;
    left?: Day;
    hours?: number;
    name?: string;
  }) => {
    rows.push({
      id: rows.length + 1,
      name: person.name ?? nextName(),
      job_role: person.role,
      clinic_id: person.clinic?.id ?? null,
      department_id: departmentId(person.department),
      weekly_hours: person.hours ?? random.pick(PART_TIME),
      hired_on: toIsoDay(person.from ?? hiredLongAgo(timeline, random, person.clinic)),
      left_on: person.left === undefined ? null : toIsoDay(person.left),
    });
  };
  for (const clinic of CLINICS) {
    for (const { department, hiredAfterMonths } of clinic.practitioners) {
      const from =
        hiredAfterMonths === undefined ? undefined : startOfMonth(timeline.start, hiredAfterMonths);
      hire({ role: "practitioner", clinic, department, from });
      hire({ role: "nurse", clinic, department, from });
    }
    hire({ role: "clinic_manager", clinic, department: "Administration", hours: 38.5, name: clinic.manager });
    const desk = Math.max(2, Math.round(clinic.practitioners.length / 2));
    for (let i = 0; i < desk; i++) hire({ role: "front_desk", clinic, department: "Front desk" });
  }
  addTurnover(timeline, hire);
  for (const [department, people] of OFFICE) {
    for (let i = 0; i < people; i++) hire({ role: "back_office", clinic: null, department });
  }
  return rows;
}

function hiredLongAgo(timeline: Timeline, random: Random, clinic: ClinicFacts | null): Day {
  if (clinic?.openedOn === "in_history") return startOfMonth(timeline.docklandsOpens);
  const earliest = clinic === null ? dayOf(2009, 9, 1) : dayOf(Number(clinic.openedOn.slice(0, 4)), 12, 1);
  return startOfMonth(random.int(earliest, timeline.start - 60));
}

/** Two nurses and a colleague of the front desk who left, so that lists of staff have an end date to respect. */
function addTurnover(
  timeline: Timeline,
  hire: (person: { role: string; clinic: ClinicFacts; department: DepartmentName; left: Day }) => void,
): void {
  const leavers = [
    { clinicIndex: 1, role: "nurse", department: "Cardiology", months: 8 },
    { clinicIndex: 2, role: "nurse", department: "Physiotherapy", months: 14 },
    { clinicIndex: 0, role: "front_desk", department: "Front desk", months: 17 },
  ] as const;
  for (const { clinicIndex, role, department, months } of leavers) {
    const clinic = CLINICS[clinicIndex];
    if (clinic === undefined) continue;
    hire({ role, clinic, department, left: startOfMonth(timeline.start, months) - 1 });
  }
}
