import { expect, test } from "vitest";
import { periodDays, periodName } from "./period-words";

const berlin = { locale: "en-GB", zone: "Europe/Berlin" };
const now = new Date("2026-11-20T08:00:00Z");

test("a relative period is named and its days are said", () => {
  const range = { kind: "relative", name: "last_full_month" } as const;
  expect(periodName(range, berlin)).toBe("Last full month");
  expect(periodDays(range, now, berlin)).toBe("1–31 October 2026");
});

test("the days follow the zone of the workspace, not the reader's machine", () => {
  const range = { kind: "relative", name: "last_7_days" } as const;
  const lateEvening = new Date("2026-11-20T23:30:00Z");
  expect(periodDays(range, lateEvening, berlin)).toBe("15–21 November 2026");
  expect(periodDays(range, lateEvening, { ...berlin, zone: "UTC" })).toBe("14–20 November 2026");
});

test("all time does not claim to begin in 1970", () => {
  expect(periodDays({ kind: "relative", name: "all_time" }, now, berlin)).toBe("up to 20 Nov 2026");
});

test("chosen days are their own name", () => {
  const range = { kind: "absolute", from: "2026-10-01", to: "2026-10-15" } as const;
  expect(periodName(range, berlin)).toBe("1–15 October 2026");
  expect(periodDays(range, now, berlin)).toBe("");
});
