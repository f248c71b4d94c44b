/** Inputs and DTOs of deliveries: one row per recipient of an execution. Client-safe. */
import { z } from "zod";

export const DeliveryState = z.enum([
  "QUEUED",
  "SENDING",
  "SENT",
  "DELIVERED",
  "BOUNCED",
  "COMPLAINED",
  "FAILED",
  "SUPPRESSED",
  "HELD",
  "UNKNOWN",
]);
export type DeliveryState = z.infer<typeof DeliveryState>;

export const DeliveryIdInput = z.object({ deliveryId: z.uuid() });
/** Resends what failed or is unknown, from the stored files. */
export const ResendDeliveriesInput = z.object({
  executionId: z.uuid(),
  deliveryIds: z.array(z.uuid()).min(1).max(1000),
});

const commaSeparated = z.string().transform((text) => text.split(",").filter(Boolean));

export const ListDeliveriesInput = z.object({
  executionId: z.uuid().optional(),
  scheduleId: z.uuid().optional(),
  /** Empty means every state. In an address: "FAILED,UNKNOWN". */
  states: z.union([z.array(DeliveryState), commaSeparated.pipe(z.array(DeliveryState))]).default([]),
  /** Part of an address. */
  recipient: z.string().trim().max(254).default(""),
  limit: z.coerce.number().int().min(1).max(500).default(100),
  /** Id of the last delivery of the page before. */
  after: z.uuid().optional(),
});

export type DeliveryDto = {
  id: string;
  recipient: string;
  recipientName: string;
  kind: "TO" | "CC" | "BCC";
  state: DeliveryState;
  attempts: number;
  error: string | null;
  bytes: number | null;
  queuedAt: string;
  sentAt: string | null;
};
/** A delivery beside what it belongs to. */
export type DeliveryLogEntry = DeliveryDto & {
  executionId: string;
  executionPublicId: string;
  reportName: string;
  scheduleName: string | null;
};
export type DeliveryLogList = { deliveries: DeliveryLogEntry[]; hasMore: boolean };
