import { describe, expect, it } from "vitest";
import { detectParameters, detectPersonAttributes, syncParameters } from "@/lib/queries/placeholders";
import type { z } from "zod";
import type { ParameterDefinition } from "@/lib/queries/schemas";

type Declared = z.input<typeof ParameterDefinition>;

describe("detectParameters", () => {
  it("lists each name once in order, and nothing while a text is unfinished", () => {
    expect(detectParameters("select {{b}}, {{a}}, {{b}} -- ok")).toEqual(["b", "a"]);
    expect(detectParameters("select {{b}}, 'unfinished")).toEqual([]);
  });
});

describe("the person who reads", () => {
  it("is no parameter, and has attributes", () => {
    const text = "select {{me.department}}, {{period.from}}, {{period.to}}, {{me.email}}, {{me.email}}";
    expect(detectParameters(text)).toEqual(["period"]);
    expect(detectPersonAttributes(text)).toEqual(["department", "email"]);
    expect(syncParameters(text, [])).toEqual([{ name: "period", label: "", type: "date_range" }]);
    expect(syncParameters("select {{me.email}}", [])).toEqual([]);
  });
});

describe("a text of another dialect", () => {
  it("is read by its rules", () => {
    expect(detectParameters("select 'it\\'s', {{a}}", "mysql")).toEqual(["a"]);
    expect(detectParameters("select 1 # {{a}}", "mysql")).toEqual([]);
  });
});

describe("syncParameters", () => {
  const clinic: Declared = { name: "clinic", label: "Clinic", type: "text", default: "Nord" };
  const from: Declared = { name: "from", label: "", type: "date" };

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

  it("takes what stands in IN for a list", () => {
    expect(syncParameters("select 1 where c in ( {{clinic}} ) and d = {{site}}", [])).toEqual([
      { name: "clinic", label: "", type: "text", isList: true },
      { name: "site", label: "", type: "text" },
    ]);
  });

  it("needs no value for what stands in double brackets", () => {
    const text = "select 1 [[ where clinic = {{clinic}} ]] limit {{limit}}";
    expect(syncParameters(text, [])).toEqual([
      { name: "clinic", label: "", type: "text", isRequired: false },
      { name: "limit", label: "", type: "number" },
    ]);
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
