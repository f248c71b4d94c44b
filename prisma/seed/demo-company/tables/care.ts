import { defineTable, oneOf } from "./define";

export const APPOINTMENT_TYPES = ["First visit", "Follow-up", "Remote"] as const;
export const BOOKING_CHANNELS = ["Online", "Phone", "Referral", "Front desk", "Walk-in"] as const;
export const PAYERS = ["statutory", "private", "self_pay"] as const;
export type AppointmentType = (typeof APPOINTMENT_TYPES)[number];
export type BookingChannel = (typeof BOOKING_CHANNELS)[number];
export type Payer = (typeof PAYERS)[number];

export type ClientRow = {
  id: number;
  client_number: string;
  home_clinic_id: number;
  birth_year: number;
  sex: string;
  distance_km: number;
  payer: Payer;
  reminders_allowed: boolean;
  registered_on: string;
};
export type AppointmentRow = {
  id: number;
  client_id: number;
  clinic_id: number;
  department_id: number;
  staff_id: number;
  campaign_id: number | null;
  type: AppointmentType;
  channel: BookingChannel;
  booked_at: string;
  starts_at: string;
  duration_minutes: number;
  status: "kept" | "no_show" | "cancelled" | "booked";
  cancelled_at: string | null;
  reminder_sent: boolean;
  price: number;
};
export type InvoiceRow = {
  id: number;
  appointment_id: number;
  client_id: number;
  clinic_id: number;
  kind: "invoice" | "credit_note";
  amount: number;
  issued_on: string;
  due_on: string;
  paid_on: string | null;
};
export type ProgrammeRow = {
  id: number;
  name: string;
  department_id: number;
  weeks: number;
  price: number;
};
export type EnrolmentRow = {
  id: number;
  client_id: number;
  programme_id: number;
  clinic_id: number;
  enrolled_on: string;
  has_coach: boolean;
  sessions_first_month: number;
  status: "active" | "completed" | "dropped_out";
  ended_on: string | null;
  drop_out_reason: string | null;
};

export const clients = defineTable<ClientRow>({
  name: "clients",
  comment: "People who were treated or are booked. Numbers only; the demo needs no names.",
  columns: {
    id: { type: "integer", comment: "Key." },
    client_number: { type: "text", comment: "Number printed on invoices." },
    home_clinic_id: { type: "integer", comment: "Clinic of the first visit.", references: "clinics" },
    birth_year: { type: "smallint", comment: "Year of birth." },
    sex: { type: "text", comment: "f, m or x.", check: oneOf("sex", ["f", "m", "x"]) },
    distance_km: { type: "numeric(5,1)", comment: "Way to the home clinic, in kilometres." },
    payer: {
      type: "text",
      comment: "Who pays: statutory, private or self_pay.",
      check: oneOf("payer", PAYERS),
    },
    reminders_allowed: { type: "boolean", comment: "Agreed to reminders by text message." },
    registered_on: { type: "date", comment: "Day of registration." },
  },
  primaryKey: ["id"],
  unique: [["client_number"]],
  indexes: ["home_clinic_id"],
});

export const appointments = defineTable<AppointmentRow>({
  name: "appointments",
  comment: "Every appointment, past and booked ahead.",
  columns: {
    id: { type: "integer", comment: "Key, in the order of starts_at." },
    client_id: { type: "integer", comment: "Client.", references: "clients" },
    clinic_id: { type: "integer", comment: "Clinic.", references: "clinics" },
    department_id: { type: "integer", comment: "Department.", references: "departments" },
    staff_id: { type: "integer", comment: "Practitioner.", references: "staff" },
    campaign_id: {
      type: "integer",
      comment: "Campaign that brought the client; empty when none did.",
      nullable: true,
      references: "campaigns",
    },
    type: {
      type: "text",
      comment: "First visit, Follow-up or Remote (by video).",
      check: oneOf("type", APPOINTMENT_TYPES),
    },
    channel: { type: "text", comment: "How it was booked.", check: oneOf("channel", BOOKING_CHANNELS) },
    booked_at: { type: "timestamptz", comment: "When it was booked." },
    starts_at: { type: "timestamptz", comment: "Agreed start.", check: "starts_at >= booked_at" },
    duration_minutes: {
      type: "smallint",
      comment: "Agreed length in minutes.",
      check: "duration_minutes > 0",
    },
    status: {
      type: "text",
      comment: "kept, no_show, cancelled, or booked while it lies ahead.",
      check: oneOf("status", ["kept", "no_show", "cancelled", "booked"]),
    },
    cancelled_at: {
      type: "timestamptz",
      comment: "When it was cancelled; empty otherwise.",
      nullable: true,
      check: "(cancelled_at is not null) = (status = 'cancelled')",
    },
    reminder_sent: { type: "boolean", comment: "A reminder went out on the day before." },
    price: { type: "numeric(10,2)", comment: "Agreed price in euros.", check: "price >= 0" },
  },
  primaryKey: ["id"],
  indexes: [
    "starts_at",
    "clinic_id, starts_at",
    "department_id, starts_at",
    "client_id, starts_at",
    "staff_id, starts_at",
    "campaign_id, booked_at where campaign_id is not null",
  ],
});

export const invoices = defineTable<InvoiceRow>({
  name: "invoices",
  comment:
    "Invoices for kept appointments, and credit notes that take one back. Revenue is the sum of amount.",
  columns: {
    id: { type: "integer", comment: "Key, in the order of issued_on." },
    appointment_id: { type: "integer", comment: "Appointment.", references: "appointments" },
    client_id: { type: "integer", comment: "Client.", references: "clients" },
    clinic_id: { type: "integer", comment: "Clinic.", references: "clinics" },
    kind: {
      type: "text",
      comment: "invoice or credit_note.",
      check: oneOf("kind", ["invoice", "credit_note"]),
    },
    amount: {
      type: "numeric(12,2)",
      comment: "Euros; negative on a credit note.",
      check: "(amount < 0) = (kind = 'credit_note')",
    },
    issued_on: { type: "date", comment: "Date of the invoice: the month in which the revenue counts." },
    due_on: { type: "date", comment: "Payable until.", check: "due_on >= issued_on" },
    paid_on: {
      type: "date",
      comment: "Day of payment or settlement; empty while open.",
      nullable: true,
      check: "paid_on >= issued_on",
    },
  },
  primaryKey: ["id"],
  indexes: [
    "issued_on",
    "clinic_id, issued_on",
    "client_id",
    "appointment_id",
    "due_on where paid_on is null",
  ],
});

export const programmes = defineTable<ProgrammeRow>({
  name: "programmes",
  comment: "Courses of several weeks that clients enrol in.",
  columns: {
    id: { type: "integer", comment: "Key." },
    name: { type: "text", comment: "Name as used in reports." },
    department_id: { type: "integer", comment: "Department that runs it.", references: "departments" },
    weeks: { type: "smallint", comment: "Length in weeks; one session a week.", check: "weeks > 0" },
    price: { type: "numeric(10,2)", comment: "Price in euros." },
  },
  primaryKey: ["id"],
  unique: [["name"]],
  indexes: ["department_id"],
});

export const enrolments = defineTable<EnrolmentRow>({
  name: "enrolments",
  comment: "One client in one programme.",
  columns: {
    id: { type: "integer", comment: "Key, in the order of enrolled_on." },
    client_id: { type: "integer", comment: "Client.", references: "clients" },
    programme_id: { type: "integer", comment: "Programme.", references: "programmes" },
    clinic_id: { type: "integer", comment: "Clinic.", references: "clinics" },
    enrolled_on: { type: "date", comment: "First day of the programme." },
    has_coach: { type: "boolean", comment: "A coach calls once a week." },
    sessions_first_month: {
      type: "smallint",
      comment: "Sessions attended in the first four weeks; not yet final when they are not over.",
      check: "sessions_first_month between 0 and 4",
    },
    status: {
      type: "text",
      comment: "active, completed or dropped_out.",
      check: oneOf("status", ["active", "completed", "dropped_out"]),
    },
    ended_on: {
      type: "date",
      comment: "Day of completion or drop-out; empty while active.",
      nullable: true,
      check: "(ended_on is null) = (status = 'active') and ended_on >= enrolled_on",
    },
    drop_out_reason: {
      type: "text",
      comment: "Reason given when dropping out; empty otherwise.",
      nullable: true,
      check: "(drop_out_reason is not null) = (status = 'dropped_out')",
    },
  },
  primaryKey: ["id"],
  indexes: ["programme_id, enrolled_on", "client_id", "clinic_id, enrolled_on", "ended_on"],
});
