import { describe, expect, it } from "vitest";
import type { ListSummary } from "@/lib/distribution/schemas";
import { addAddresses, addressProblem, type RecipientEntry, recipientsSummary } from "./recipient-rules";

const address = (email: string): RecipientEntry => ({ type: "address", email, kind: "TO" });
const list = (id: string, memberCount: number): ListSummary => ({
  id,
  memberCount,
  name: id,
  description: "",
  kind: "STATIC",
  scheduleCount: 0,
  updatedAt: "2026-11-20T00:00:00Z",
});

describe("recipients of the form", () => {
  it("are added once, whatever their capitals", () => {
    const entries = addAddresses(
      [address("ada@x.example")],
      ["ADA@x.example", "kim@x.example", "Kim@x.example"],
    );
    expect(entries).toEqual([address("ada@x.example"), address("kim@x.example")]);
  });

  it("keep what is no address, and say so", () => {
    expect(addAddresses([], ["ada"])).toEqual([address("ada")]);
    expect(addressProblem("ada")).toMatch(/not an e-mail address/);
    expect(addressProblem(" Ada@x.example ")).toBeNull();
  });

  it("are summed up in words", () => {
    const lists = [list("board", 5), list("staff", 1200)];
    const board: RecipientEntry = { type: "list", listId: "board", kind: "TO" };
    const staff: RecipientEntry = { type: "list", listId: "staff", kind: "CC" };
    expect(recipientsSummary([], lists)).toBeNull();
    expect(recipientsSummary([address("a@x.example")], lists)).toBe("1 address");
    expect(recipientsSummary([address("a@x.example"), board], lists)).toBe(
      "1 address and 1 list, up to 6 people",
    );
    expect(recipientsSummary([board, staff], lists)).toBe("2 lists, up to 1,205 people");
  });
});
