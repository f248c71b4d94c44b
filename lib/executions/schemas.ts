/** Inputs and DTOs of executions: one run of a report, with its files. Client-safe. */
import { z } from "zod";
import type { DeliveryDto } from "@/lib/deliveries/schemas";
import { Recipients } from "@/lib/distribution/schemas";
import { ReportFormat } from "@/lib/reports/schemas";
import { RangeChoice } from "@/lib/time/range-choice";

export const ExecutionState = z.enum([
  "PENDING",
  "RUNNING",
  "COMPLETED",
  "PARTIAL",
  "HELD",
  "SKIPPED",
  "FAILED",
  "EXPIRED",
  "CANCELLED",
]);
export type ExecutionState = z.infer<typeof ExecutionState>;

/** What a run was asked to do, frozen when it is claimed: later edits of the schedule do not change it. */
export const ExecutionRequest = z.object({
  schemaVersion: z.literal(1).default(1),
  scheduleName: z.string(),
  formats: z.array(ReportFormat).min(1),
  /** Absolute days, resolved at the scheduled time: a run repeated later shows the same period. */
  range: RangeChoice,
  recipients: Recipients,
  subject: z.string(),
  message: z.string(),
});
export type ExecutionRequest = z.infer<typeof ExecutionRequest>;

/** What was made and from what. */
export const ExecutionManifest = z.object({
  schemaVersion: z.literal(1).default(1),
  title: z.string(),
  period: z.string(),
  versionNumber: z.number().int(),
  documentSha256: z.string(),
  blocks: z.array(z.object({ id: z.string(), kind: z.string(), title: z.string(), rows: z.number().int() })),
  files: z.array(
    z.object({ format: ReportFormat, fileName: z.string(), bytes: z.number().int(), sha256: z.string() }),
  ),
});
export type ExecutionManifest = z.infer<typeof ExecutionManifest>;

export const ExecutionTrigger = z.enum(["SCHEDULE", "MANUAL", "TEST"]);
export type ExecutionTrigger = z.infer<typeof ExecutionTrigger>;

export const ExecutionIdInput = z.object({ executionId: z.uuid() });
export const FileIdInput = z.object({ fileId: z.uuid() });
const commaSeparated = z.string().transform((text) => text.split(",").filter(Boolean));

export const ListExecutionsInput = z.object({
  reportId: z.uuid().optional(),
  scheduleId: z.uuid().optional(),
  /** Empty means every state. In an address: "FAILED,UNKNOWN". */
  states: z.union([z.array(ExecutionState), commaSeparated.pipe(z.array(ExecutionState))]).default([]),
  limit: z.coerce.number().int().min(1).max(200).default(50),
  /** Id of the last run of the page before. */
  after: z.uuid().optional(),
});

export type ReportFileDto = {
  id: string;
  format: z.infer<typeof ReportFormat>;
  fileName: string;
  bytes: number;
  sha256: string;
  expiresAt: string;
};
export type ExecutionSummary = {
  id: string;
  publicId: string;
  reportId: string;
  reportName: string;
  scheduleId: string | null;
  scheduleName: string | null;
  trigger: ExecutionTrigger;
  state: ExecutionState;
  stateReason: string | null;
  progress: number;
  scheduledFor: string | null;
  createdAt: string;
  startedAt: string | null;
  finishedAt: string | null;
  rows: number | null;
  deliveries: { total: number; done: number; failed: number };
};
export type ExecutionDto = ExecutionSummary & {
  versionNumber: number | null;
  asOf: string | null;
  request: ExecutionRequest;
  manifest: ExecutionManifest | null;
  files: ReportFileDto[];
  deliveryLog: DeliveryDto[];
};
export type ExecutionList = { executions: ExecutionSummary[]; hasMore: boolean };
