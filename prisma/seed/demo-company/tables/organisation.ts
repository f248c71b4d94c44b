import { defineTable, oneOf } from "./define";

export type ClinicRow = {
  id: number;
  name: string;
  district: string;
  opened_on: string;
  opens_at: string;
  closes_at: string;
  open_saturday: boolean;
};
export type DepartmentRow = { id: number; name: string; is_clinical: boolean };
export type StaffRow = {
  id: number;
  name: string;
  job_role: string;
  clinic_id: number | null;
  department_id: number;
  weekly_hours: number;
  hired_on: string;
  left_on: string | null;
};
export type RosterRow = {
  id: number;
  staff_id: number;
  clinic_id: number;
  work_date: string;
  starts_at: string;
  ends_at: string;
  offered_minutes: number;
};
export type HolidayRow = { day: string; name: string };

export const JOB_ROLES = ["practitioner", "nurse", "front_desk", "clinic_manager", "back_office"] as const;

export const clinics = defineTable<ClinicRow>({
  name: "clinics",
  comment: "The six clinics of the group.",
  columns: {
    id: { type: "integer", comment: "Key." },
    name: { type: "text", comment: "Name as used in reports." },
    district: { type: "text", comment: "Part of the city." },
    opened_on: { type: "date", comment: "First day with clients." },
    opens_at: { type: "time", comment: "Opening hour Monday to Friday, Europe/Berlin." },
    closes_at: { type: "time", comment: "Closing hour Monday to Friday, Europe/Berlin." },
    open_saturday: { type: "boolean", comment: "Open on Saturdays from 09:00 to 13:00." },
  },
  primaryKey: ["id"],
  unique: [["name"]],
});

export const departments = defineTable<DepartmentRow>({
  name: "departments",
  comment: "Clinical departments, and those that support them.",
  columns: {
    id: { type: "integer", comment: "Key." },
    name: { type: "text", comment: "Name as used in reports." },
    is_clinical: { type: "boolean", comment: "True when the department sees clients." },
  },
  primaryKey: ["id"],
  unique: [["name"]],
});

export const staff = defineTable<StaffRow>({
  name: "staff",
  comment: "Everyone employed; practitioners are those who hold appointments.",
  columns: {
    id: { type: "integer", comment: "Key." },
    name: { type: "text", comment: "Full name (invented)." },
    job_role: { type: "text", comment: "What the person does.", check: oneOf("job_role", JOB_ROLES) },
    clinic_id: {
      type: "integer",
      comment: "Clinic; empty for the head office.",
      nullable: true,
      references: "clinics",
    },
    department_id: { type: "integer", comment: "Department.", references: "departments" },
    weekly_hours: { type: "numeric(5,1)", comment: "Contracted hours a week." },
    hired_on: { type: "date", comment: "First working day." },
    left_on: { type: "date", comment: "Last working day; empty while employed.", nullable: true },
  },
  primaryKey: ["id"],
  indexes: ["clinic_id", "department_id"],
});

export const rosters = defineTable<RosterRow>({
  name: "rosters",
  comment: "One row for each practitioner and working day: the time offered to clients.",
  columns: {
    id: { type: "integer", comment: "Key." },
    staff_id: { type: "integer", comment: "Practitioner.", references: "staff" },
    clinic_id: { type: "integer", comment: "Clinic of the day.", references: "clinics" },
    work_date: { type: "date", comment: "Calendar day in Europe/Berlin." },
    starts_at: { type: "timestamptz", comment: "Start of the shift." },
    ends_at: { type: "timestamptz", comment: "End of the shift." },
    offered_minutes: {
      type: "smallint",
      comment: "Minutes that can be booked: the shift less its break.",
      check: "offered_minutes > 0",
    },
  },
  primaryKey: ["id"],
  unique: [["staff_id", "work_date"]],
  indexes: ["clinic_id, work_date"],
});

export const publicHolidays = defineTable<HolidayRow>({
  name: "public_holidays",
  comment: "Public holidays in Berlin, and two eves, on which every clinic is closed.",
  columns: {
    day: { type: "date", comment: "Calendar day in Europe/Berlin." },
    name: { type: "text", comment: "Name of the holiday." },
  },
  primaryKey: ["day"],
});
