/** Inputs and DTOs of schedules. Client-safe. */
import { z } from "zod";
import { Recipients } from "@/lib/distribution/schemas";
import { ReportFormat } from "@/lib/reports/schemas";
import { RangeChoice } from "@/lib/time/range-choice";

export const ScheduleState = z.enum(["ACTIVE", "PAUSED", "DISABLED", "ERROR"]);
export type ScheduleState = z.infer<typeof ScheduleState>;

const name = z.string().trim().min(1, "Give it a name.").max(120, "A name has at most 120 characters.");

/** Cron and zone are checked by the rules in next-run.ts, which say what is wrong and give an example. */
const timing = {
  cron: z.string().trim().min(1, "Enter when it runs, e.g. 30 7 * * 1-5.").max(120),
  zone: z.string().trim().min(1, "Choose a time zone, e.g. Europe/Berlin.").max(64),
};
const editable = {
  name,
  reportId: z.uuid("Choose a report."),
  /** null follows the latest version. */
  pinnedVersion: z.number().int().min(1).nullable().default(null),
  ...timing,
  startsAt: z.iso.datetime({ offset: true }).nullable().default(null),
  endsAt: z.iso.datetime({ offset: true }).nullable().default(null),
  formats: z.array(ReportFormat).min(1, "Choose at least one format."),
  /** null uses the report's own range. */
  range: RangeChoice.nullable().default(null),
  recipients: Recipients,
  subject: z.string().trim().max(200, "A subject has at most 200 characters.").default(""),
  message: z.string().trim().max(5000, "A message has at most 5,000 characters.").default(""),
};

export const CreateScheduleInput = z.object(editable);
export const UpdateScheduleInput = z.object({ scheduleId: z.uuid(), ...editable });
export const ScheduleIdInput = z.object({ scheduleId: z.uuid() });
export const RunScheduleInput = z.object({
  scheduleId: z.uuid(),
  /** Only to the person who asks. */ test: z.boolean().default(false),
});
export const NextRunsInput = z.object({
  ...timing,
  startsAt: z.iso.datetime({ offset: true }).optional(),
  endsAt: z.iso.datetime({ offset: true }).optional(),
  count: z.coerce.number().int().min(1).max(50).default(10),
});

/** The document in the schedule's `parameters` column. */
export const ScheduleParameters = z.object({
  schemaVersion: z.literal(1).default(1),
  /** null uses the report's own range. */
  range: RangeChoice.nullable().default(null),
});

export type NextRun = {
  /** ISO 8601 in UTC. */
  at: string;
  /** In the schedule's zone: "Mon 23 Nov 2026, 07:30 CET". */
  text: string;
  /** e.g. "clocks changed 25 Oct" when the offset differs from the run before. */
  remark: string | null;
};
export type NextRuns = { description: string; runs: NextRun[] };

export type ScheduleSummary = {
  id: string;
  name: string;
  reportId: string;
  reportName: string;
  state: ScheduleState;
  stateReason: string | null;
  /** In words: "Every weekday at 07:30, Europe/Berlin". */
  timing: string;
  nextRunAt: string | null;
  lastRunAt: string | null;
  lastExecution: { id: string; state: string } | null;
  recipientCount: number;
  ownerName: string | null;
};
export type ScheduleDto = ScheduleSummary & {
  pinnedVersion: number | null;
  latestVersion: number | null;
  cron: string;
  zone: string;
  startsAt: string | null;
  endsAt: string | null;
  formats: z.infer<typeof ReportFormat>[];
  range: RangeChoice | null;
  recipients: z.infer<typeof Recipients>;
  subject: string;
  message: string;
};
