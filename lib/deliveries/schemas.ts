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
