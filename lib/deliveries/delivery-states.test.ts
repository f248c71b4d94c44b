import { describe, expect, it } from "vitest";
import { outcomeOf } from "./delivery-states";

describe("outcomeOf", () => {
  it.each([
    [{ QUEUED: 1, SENT: 4 }, null],
    [{ SENDING: 1 }, null],
    [{ SENT: 3 }, { state: "COMPLETED", reason: null }],
    [
      { SENT: 1, DELIVERED: 1, COMPLAINED: 1 },
      { state: "COMPLETED", reason: null },
    ],
    [
      { SENT: 2, FAILED: 1 },
      { state: "PARTIAL", reason: "2 of 3 mails were sent: 1 failed." },
    ],
    [
      { SENT: 9, FAILED: 1, BOUNCED: 1, UNKNOWN: 2, SUPPRESSED: 1 },
      { state: "PARTIAL", reason: "9 of 14 mails were sent: 1 failed, 1 bounced, 2 unknown, 1 suppressed." },
    ],
    [{ FAILED: 2 }, { state: "FAILED", reason: "0 of 2 mails were sent: 2 failed." }],
    [{ BOUNCED: 1 }, { state: "FAILED", reason: "0 of 1 mail was sent: 1 bounced." }],
    [
      { FAILED: 1, SUPPRESSED: 1 },
      { state: "FAILED", reason: "0 of 2 mails were sent: 1 failed, 1 suppressed." },
    ],
    [{ SUPPRESSED: 2 }, { state: "PARTIAL", reason: "0 of 2 mails were sent: 2 suppressed." }],
    [{ UNKNOWN: 1 }, { state: "PARTIAL", reason: "0 of 1 mail was sent: 1 unknown." }],
    [
      { FAILED: 1, UNKNOWN: 1 },
      { state: "PARTIAL", reason: "0 of 2 mails were sent: 1 failed, 1 unknown." },
    ],
  ] as const)("%j → %j", (counts, outcome) => expect(outcomeOf(counts)).toEqual(outcome));
});
