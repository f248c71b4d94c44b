import { describe, expect, it } from "vitest";
import { detectParameters, syncParameters } from "@/lib/queries/placeholders";
import type { ParameterDefinition } from "@/lib/queries/schemas";

describe("detectParameters", () => {
  it("lists each name once in order, and nothing while a text is unfinished", () => {
    expect(detectParameters("select {{b}}, {{a}}, {{b}} -- ok")).toEqual(["b", "a"]);
    expect(detectParameters("select {{b}}, 'unfinished")).toEqual([]);
  });
});

describe("syncParameters", () => {
  const clinic: ParameterDefinition = { name: "clinic", label: "Clinic", type: "text", default: "Nord" };
  const from: ParameterDefinition = { name: "from", label: "", type: "date" };

  it("adds with a type by the name, keeps what is known, and drops what is gone", () => {
    const text = "select {{from}}, {{clinic}}, {{min_age}}, {{is_new}}, {{word}}";
    expect(syncParameters(text, [clinic]).map(({ name, type }) => [name, type])).toEqual([
      ["from", "date"],
      ["clinic", "text"],
      ["min_age", "number"],
      ["is_new", "boolean"],
      ["word", "text"],
    ]);
    expect(syncParameters(text, [clinic])[1]).toBe(clinic);
    expect(syncParameters("select 1", [clinic, from])).toEqual([]);
  });

  it("keeps what was said about one that is renamed", () => {
    expect(syncParameters("select {{from}}, {{site}}", [from, clinic])).toEqual([
      from,
      { ...clinic, name: "site" },
    ]);
  });

  it("changes nothing while a text cannot be read, and nothing when nothing changed", () => {
    const declared = [clinic];
    for (const text of [
      "select {{clinic}}, 'open",
      "select {{clin",
      "select {{Clinic}}",
      "select {{clinic}}",
    ])
      expect(syncParameters(text, declared), text).toBe(declared);
  });
});
