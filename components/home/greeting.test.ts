import { describe, expect, it } from "vitest";
import { dayWords, greeting } from "./greeting";

const berlin = { locale: "en-GB", zone: "Europe/Berlin" };

describe("the front page greets", () => {
  it.each([
    ["2026-11-20T03:59:00Z", "Good evening, Leila"],
    ["2026-11-20T04:00:00Z", "Good morning, Leila"],
    ["2026-11-20T10:59:00Z", "Good morning, Leila"],
    ["2026-11-20T11:00:00Z", "Good afternoon, Leila"],
    ["2026-11-20T17:00:00Z", "Good evening, Leila"],
    ["2026-11-20T23:00:00Z", "Good evening, Leila"],
  ])("at %s by the clock of the workspace", (now, expected) => {
    expect(greeting(new Date(now), berlin, "Leila Haddad")).toBe(expected);
  });

  it("without a name when there is none", () => {
    expect(greeting(new Date("2026-11-20T09:00:00Z"), berlin, " ")).toBe("Good morning");
  });

  it("with the day of the workspace", () => {
    expect(dayWords(new Date("2026-11-20T23:30:00Z"), berlin)).toBe("Saturday 21 November 2026");
  });
});
