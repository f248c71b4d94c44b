import { describe, expect, it } from "vitest";
import { createCopies } from "@/lib/queries/cache/answer-copies";

describe("copies of answers", () => {
  it("are only those of the row that is kept now", () => {
    const copies = createCopies<string>(100);
    copies.put("a", { id: "1", value: "first", bytes: 10 });
    expect([copies.idOf("a"), copies.get("a", "1"), copies.get("a", "2")]).toEqual(["1", "first", undefined]);
    copies.put("a", { id: "2", value: "second", bytes: 10 });
    expect([copies.get("a", "1"), copies.get("a", "2")]).toEqual([undefined, "second"]);
  });

  it("stay below their bound; what was not used for the longest time goes first", () => {
    const copies = createCopies<string>(100);
    for (const key of ["a", "b", "c"]) copies.put(key, { id: key, value: key, bytes: 30 });
    copies.get("a", "a");
    copies.put("d", { id: "d", value: "d", bytes: 30 });
    expect(["a", "b", "c", "d"].map((key) => copies.idOf(key))).toEqual(["a", undefined, "c", "d"]);
    copies.put("large", { id: "l", value: "l", bytes: 101 });
    expect(copies.idOf("large")).toBeUndefined();
    copies.put("d", { id: "e", value: "e", bytes: 90 });
    expect(["a", "c", "d"].map((key) => copies.idOf(key))).toEqual([undefined, undefined, "e"]);
  });
});
