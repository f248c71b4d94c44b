import type { DeliveryRow } from "./find-delivery";
import { type DeliveryDto, DeliveryState } from "./schemas";

type Row = Omit<DeliveryRow, "executionId" | "reason" | "idempotencyKey" | "runId" | "sendingAt">;

export function serializeDelivery(row: Row): DeliveryDto {
  return {
    id: row.id,
    recipient: row.recipient,
    recipientName: row.recipientName,
    kind: row.kind === "CC" || row.kind === "BCC" ? row.kind : "TO",
    state: DeliveryState.parse(row.state),
    attempts: row.attempts,
    error: row.error,
    bytes: row.bytes,
    queuedAt: row.queuedAt.toISOString(),
    sentAt: row.sentAt?.toISOString() ?? null,
  };
}
