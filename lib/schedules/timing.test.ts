import { describe, expect, it } from "vitest";
import { InvalidInputError } from "@/lib/errors";
import { checkCron, checkTiming, checkZone } from "./check-timing";
import { describeTiming } from "./describe-timing";
import { runsBetween } from "./missed-runs";

const now = new Date("2026-11-20T08:00:00Z");

describe("describeTiming", () => {
  it.each([
    ["30 7 * * 1-5", "Europe/Berlin", "Every weekday at 07:30, Europe/Berlin"],
    ["0 6 1 * *", "America/New_York", "On the 1st of each month at 06:00, America/New York"],
    ["0 6 1,15 * *", "UTC", "At 06:00, on day 1 and 15 of the month, UTC"],
    ["*/15 * * * *", "UTC", "Every 15 minutes, UTC"],
    ["not a time", "UTC", 'At "not a time", UTC'],
  ])("%s in %s", (cron, zone, text) => expect(describeTiming(cron, zone)).toBe(text));
});

describe("checkCron", () => {
  it.each([
    "30 7 * * 1-5",
    "*/5 * * * *",
    "0 7 L * *",
    "0 7 * * 1#1",
    "0 9 1,15 JAN-JUN MON",
    "0 0 29 2 *",
    "0 7 * * 7",
  ])("takes %s", (cron) => expect(() => checkCron(cron, now)).not.toThrow());

  it.each([
    ["61 7 * * *", /the minute is "61", but goes from 0 to 59/],
    ["0 25 * * *", /the hour is "25", but goes from 0 to 23/],
    ["0 7 32 * *", /the day of the month is "32"/],
    ["0 7 * 13 *", /the month is "13"/],
    ["0 7 * * 8", /the day of the week is "8"/],
    ["* * * *", /it has 4 fields, not five/],
    ["0 30 7 * * 1", /it has 6 fields, not five/],
    ["tomorrow", /it has 1 field, not five/],
    ["a b c d e", /illegal characters/],
    ["*/0 * * * *", /illegal stepping/],
    ["0 0 30 2 *", /its date never comes/],
  ])("refuses %s and says why, with an example", (cron, why) => {
    const error = caught(() => checkCron(cron, now));
    expect(error.message).toMatch(why);
    expect(error.message).toMatch(/Example: 30 7 \* \* 1-5/);
    expect(error.details.fields?.cron).toBe(error.message);
  });
});

describe("checkZone", () => {
  it.each(["Europe/Berlin", "UTC", "America/Argentina/Buenos_Aires", "Asia/Kathmandu"])("takes %s", (zone) =>
    expect(() => checkZone(zone)).not.toThrow(),
  );
  it.each(["Europe/Nowhere", "+02:00", "", "Berlin"])('refuses "%s"', (zone) => {
    const error = caught(() => checkTiming({ cron: "30 7 * * *", zone }, now));
    expect(error.message).toBe(`"${zone}" is not a time zone. Example: Europe/Berlin.`);
    expect(error.details.fields?.zone).toBe(error.message);
  });
});

describe("runsBetween", () => {
  const timing = {
    zone: "UTC",
    from: new Date("2026-11-01T00:00:00Z"),
    until: new Date("2026-11-20T08:00:00Z"),
  };

  it("holds both ends", () => {
    const { times, hasOlder } = runsBetween({
      ...timing,
      cron: "0 8 * * *",
      from: new Date("2026-11-18T08:00:00Z"),
      limit: 50,
    });
    expect(times.map((time) => time.toISOString())).toEqual([
      "2026-11-18T08:00:00.000Z",
      "2026-11-19T08:00:00.000Z",
      "2026-11-20T08:00:00.000Z",
    ]);
    expect(hasOlder).toBe(false);
  });

  it("gives the newest of many", () => {
    const { times, hasOlder } = runsBetween({ ...timing, cron: "* * * * *", limit: 3 });
    expect(times.map((time) => time.toISOString().slice(11, 16))).toEqual(["07:58", "07:59", "08:00"]);
    expect(hasOlder).toBe(true);
  });

  it("finds a rare one in a wide window", () => {
    const { times } = runsBetween({
      ...timing,
      cron: "0 0 1 1 *",
      from: new Date("2016-01-01T00:00:00Z"),
      limit: 50,
    });
    expect(times).toHaveLength(11);
  });
});

function caught(run: () => void): InvalidInputError {
  try {
    run();
  } catch (error) {
    if (error instanceof InvalidInputError) return error;
    throw error;
  }
  throw new Error("nothing was thrown");
}
