import { describe, expect, it } from "vitest";
import { nextRun } from "./next-run";
import { cronOf, presetOf, presetOfKind, presetWords, type TimingPreset } from "./timing-preset";

const PRESETS: [string, TimingPreset, string][] = [
  ["30 7 * * 1-5", { kind: "weekdays", time: "07:30" }, "Every weekday at 07:30"],
  ["0 0 * * *", { kind: "daily", time: "00:00" }, "Every day at 00:00"],
  ["15 18 * * 3", { kind: "weekly", time: "18:15", weekday: 3 }, "Every Wednesday at 18:15"],
  ["0 8 1 * *", { kind: "monthly", time: "08:00", day: 1 }, "On the 1st of each month at 08:00"],
  ["0 8 22 * *", { kind: "monthly", time: "08:00", day: 22 }, "On the 22nd of each month at 08:00"],
  ["0 8 13 * *", { kind: "monthly", time: "08:00", day: 13 }, "On the 13th of each month at 08:00"],
  ["0 8 31 * *", { kind: "monthly", time: "08:00", day: 31 }, "On the 31st of each month at 08:00"],
  ["0 8 L * *", { kind: "monthly", time: "08:00", day: "L" }, "On the last day of each month at 08:00"],
];

describe("presets", () => {
  it.each(PRESETS)("%s is read, written and said", (cron, preset, words) => {
    expect(presetWords(preset)).toBe(words);
    expect(presetOf(cron)).toEqual(preset);
    expect(cronOf(preset)).toBe(cron);
  });

  it("reads both numbers of Sunday", () => {
    expect(presetOf("0 9 * * 7")).toEqual({ kind: "weekly", time: "09:00", weekday: 0 });
    expect(presetOf("0 9 * * 0")).toEqual({ kind: "weekly", time: "09:00", weekday: 0 });
  });

  it("reads a pattern whatever its spaces and leading zeros", () => {
    expect(presetOf("  05 07  * * * ")).toEqual({ kind: "daily", time: "07:05" });
  });

  it.each([
    "*/5 * * * *",
    "0 7,12 * * *",
    "0 7 * 1 *",
    "0 7 1 * 1",
    "0 7 * * 1,3",
    "0 24 * * *",
    "60 7 * * *",
    "0 7 32 * *",
    "0 7 * * * *",
    "weekly",
    "",
  ])("leaves %j to the pattern field", (cron) => expect(presetOf(cron)).toBeNull());

  it("keeps the time when the kind changes", () => {
    expect(cronOf(presetOfKind("weekly", "06:45"))).toBe("45 6 * * 1");
    expect(cronOf(presetOfKind("monthly", "06:45"))).toBe("45 6 1 * *");
    expect(cronOf(presetOfKind("weekdays", "06:45"))).toBe("45 6 * * 1-5");
  });

  it("means the last day of every month by L, also of February", () => {
    const after = new Date("2027-02-01T00:00:00Z");
    expect(nextRun({ cron: "0 8 L * *", zone: "UTC", after })).toEqual(new Date("2027-02-28T08:00:00Z"));
  });
});
