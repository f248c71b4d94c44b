import type { DeliveryState } from "./schemas";

/** Not yet final: something will still happen to these by itself. */
export const OPEN_STATES = ["QUEUED", "SENDING"] as const satisfies DeliveryState[];
/** The mail left. A complaint means that it was even read. */
export const SENT_STATES = ["SENT", "DELIVERED", "COMPLAINED"] as const satisfies DeliveryState[];
/** What a person may have sent again. */
export const RESENDABLE_STATES = ["FAILED", "BOUNCED", "UNKNOWN"] as const satisfies DeliveryState[];

export type DeliveryCounts = Partial<Record<DeliveryState, number>>;

export type ExecutionOutcome = { state: "COMPLETED" | "PARTIAL" | "FAILED"; reason: string | null };

/**
 * What the deliveries of a run make of it, or null while one is open. Pure.
 * - COMPLETED: every mail left.
 * - FAILED: no mail left, and of none is it unknown whether it did; suppressed addresses alone are no failure.
 * - PARTIAL: anything between. The reason counts what is missing.
 */
export function outcomeOf(counts: DeliveryCounts): ExecutionOutcome | null {
  const sum = (states: readonly DeliveryState[]) =>
    states.reduce((total, state) => total + (counts[state] ?? 0), 0);
  if (sum(OPEN_STATES) > 0) return null;
  const total = sum(Object.keys(counts) as DeliveryState[]);
  const sent = sum(SENT_STATES);
  if (sent === total) return { state: "COMPLETED", reason: null };
  const refused = sum(["FAILED", "BOUNCED"]);
  const missing = MISSING_WORDS.filter(([state]) => counts[state]).map(
    ([state, word]) => `${counts[state]} ${word}`,
  );
  const reason = `${sent} of ${total} ${total === 1 ? "mail was" : "mails were"} sent: ${missing.join(", ")}.`;
  return { state: sent === 0 && refused > 0 && !counts.UNKNOWN ? "FAILED" : "PARTIAL", reason };
}

const MISSING_WORDS: [DeliveryState, string][] = [
  ["FAILED", "failed"],
  ["BOUNCED", "bounced"],
  ["UNKNOWN", "unknown"],
  ["SUPPRESSED", "suppressed"],
  ["HELD", "held"],
];
