import { describe, expect, it } from "vitest";
import { emptyHint, goneValues, splitValues, textProblem, valueWords } from "./parameter-values";

describe("values in words", () => {
  it.each([
    [true, "Yes"],
    [12.5, "12.5"],
    ["", "an empty text"],
    [null, "no value"],
    [["n", "s"], "The north, s"],
    [[], "none"],
    [{ kind: "relative", name: "last_full_month" } as const, "Last full month"],
    [{ kind: "absolute", from: "2026-10-01", to: "2026-10-31" } as const, "2026-10-01 to 2026-10-31"],
  ])("%j is %s", (value, words) => {
    expect(valueWords(value, [{ value: "n", label: "The north" }])).toBe(words);
  });

  it("say what an empty field means", () => {
    expect(emptyHint({ name: "a", type: "text" })).toContain("needs a value");
    expect(emptyHint({ name: "a", type: "text", isRequired: false })).toBe("May be left empty.");
    const options = { kind: "values" as const, values: [{ value: "n", label: "The north" }] };
    expect(emptyHint({ name: "a", type: "text", default: "n", options })).toBe("Left empty: The north");
  });
});

describe("what is no longer offered", () => {
  const options = [{ value: "a", label: "A" }];
  it("is told only when all there is to choose from is known", () => {
    expect(goneValues(["a", "b"], { options, truncated: false })).toEqual(["b"]);
    expect(goneValues(["a", "b"], { options, truncated: true })).toEqual([]);
  });
});

describe("typed values", () => {
  it("are split where people split them, each once", () => {
    expect(splitValues("Nord, Süd;Ost\n\nNord\tWest")).toEqual(["Nord", "Süd", "Ost", "West"]);
  });
  it.each([
    ["number", "1.5", true],
    ["number", "1 or 1", false],
    ["date", "2026-10-01", true],
    ["date", "1.10.2026", false],
    ["text", "'", true],
  ] as const)("%s %s", (type, text, isValue) => {
    expect(textProblem(type, text) === null).toBe(isValue);
  });
});
