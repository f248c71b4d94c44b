import { defineTable, oneOf } from "./define";

export const SEVERITIES = ["low", "medium", "high", "critical"] as const;
export type Severity = (typeof SEVERITIES)[number];

export type TrainingRow = { id: number; name: string; category: string; valid_months: number };
export type TrainingAssignmentRow = {
  id: number;
  training_id: number;
  staff_id: number;
  assigned_on: string;
  due_on: string;
  completed_on: string | null;
};
export type DocumentRow = {
  id: number;
  title: string;
  category: string;
  department_id: number;
  owner_id: number;
  version: number;
  state: "draft" | "in_review" | "approved" | "retired";
  approved_on: string | null;
  review_due_on: string;
};
export type QualityEventRow = {
  id: number;
  clinic_id: number;
  department_id: number;
  kind: string;
  severity: Severity;
  title: string;
  opened_on: string;
  closed_on: string | null;
};

export const trainings = defineTable<TrainingRow>({
  name: "trainings",
  comment: "Mandatory trainings.",
  columns: {
    id: { type: "integer", comment: "Key." },
    name: { type: "text", comment: "Name as used in reports." },
    category: { type: "text", comment: "Safety, hygiene, privacy or clinical." },
    valid_months: {
      type: "smallint",
      comment: "Months until it must be repeated.",
      check: "valid_months > 0",
    },
  },
  primaryKey: ["id"],
  unique: [["name"]],
});

export const trainingAssignments = defineTable<TrainingAssignmentRow>({
  name: "training_assignments",
  comment: "One person has to do one training by a date. Overdue: due, and not completed by then.",
  columns: {
    id: { type: "integer", comment: "Key, in the order of due_on." },
    training_id: { type: "integer", comment: "Training.", references: "trainings" },
    staff_id: { type: "integer", comment: "Person.", references: "staff" },
    assigned_on: { type: "date", comment: "Day of assignment." },
    due_on: { type: "date", comment: "To be completed by this day.", check: "due_on >= assigned_on" },
    completed_on: {
      type: "date",
      comment: "Day of completion; empty while open.",
      nullable: true,
      check: "completed_on >= assigned_on",
    },
  },
  primaryKey: ["id"],
  indexes: ["staff_id", "training_id", "due_on", "due_on where completed_on is null"],
});

export const documents = defineTable<DocumentRow>({
  name: "documents",
  comment: "Controlled documents (procedures, forms, policies) and when each must be reviewed next.",
  columns: {
    id: { type: "integer", comment: "Key." },
    title: { type: "text", comment: "Title." },
    category: { type: "text", comment: "Procedure, form, policy or plan." },
    department_id: { type: "integer", comment: "Department.", references: "departments" },
    owner_id: { type: "integer", comment: "Person who keeps it current.", references: "staff" },
    version: { type: "smallint", comment: "Number of the current version.", check: "version > 0" },
    state: {
      type: "text",
      comment: "draft, in_review, approved or retired.",
      check: oneOf("state", ["draft", "in_review", "approved", "retired"]),
    },
    approved_on: { type: "date", comment: "Approval of this version; empty for a draft.", nullable: true },
    review_due_on: { type: "date", comment: "Next review must be finished by this day." },
  },
  primaryKey: ["id"],
  indexes: ["review_due_on where state <> 'retired'", "department_id", "owner_id"],
});

export const qualityEvents = defineTable<QualityEventRow>({
  name: "quality_events",
  comment: "Complaints, near misses and incidents.",
  columns: {
    id: { type: "integer", comment: "Key, in the order of opened_on." },
    clinic_id: { type: "integer", comment: "Clinic.", references: "clinics" },
    department_id: { type: "integer", comment: "Department.", references: "departments" },
    kind: { type: "text", comment: "Complaint, near miss, incident, hygiene or privacy." },
    severity: {
      type: "text",
      comment: "low, medium, high or critical.",
      check: oneOf("severity", SEVERITIES),
    },
    title: { type: "text", comment: "What happened, in a few words." },
    opened_on: { type: "date", comment: "Day of the report." },
    closed_on: {
      type: "date",
      comment: "Day on which the measures were finished; empty while open.",
      nullable: true,
      check: "closed_on >= opened_on",
    },
  },
  primaryKey: ["id"],
  indexes: ["opened_on", "clinic_id, opened_on", "department_id", "opened_on where closed_on is null"],
});
