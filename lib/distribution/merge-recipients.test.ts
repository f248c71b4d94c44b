import { describe, expect, it } from "vitest";
import { mergeRecipients } from "./merge-recipients";

const entry = (email: string, kind: "TO" | "CC" | "BCC", name = "", reason = kind) => ({
  email,
  kind,
  name,
  reason,
});

describe("mergeRecipients", () => {
  it("keeps one entry per address, in order", () => {
    const merged = mergeRecipients([
      entry("a@x.example", "TO"),
      entry("b@x.example", "TO"),
      entry("a@x.example", "TO"),
    ]);
    expect(merged.map(({ email }) => email)).toEqual(["a@x.example", "b@x.example"]);
  });

  it.each([
    [["BCC", "CC", "TO"], "TO"],
    [["TO", "CC", "BCC"], "TO"],
    [["BCC", "CC"], "CC"],
    [["CC", "BCC"], "CC"],
    [["BCC"], "BCC"],
  ] as const)("of %j it is %s", (kinds, winner) => {
    const [merged] = mergeRecipients(kinds.map((kind) => entry("a@x.example", kind)));
    expect(merged).toMatchObject({ kind: winner, reason: winner });
  });

  it("keeps a name from whichever entry has one", () => {
    const merged = mergeRecipients([entry("a@x.example", "CC", "Ada"), entry("a@x.example", "TO")]);
    expect(merged[0]).toMatchObject({ kind: "TO", name: "Ada" });
  });
});
