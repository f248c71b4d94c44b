import { describe, expect, it } from "vitest";
import { nextRun } from "./next-run";
import { describeNextRuns } from "./next-runs";

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;

/** Both changes of a year where there are any, one of each kind of trouble: half hours, midnight, a lost day. */
const CHANGES: [zone: string, days: string[]][] = [
  ["Europe/Berlin", ["2026-03-29", "2026-10-25"]],
  ["Europe/London", ["2027-03-28", "2027-10-31"]],
  ["Europe/Dublin", ["2026-03-29", "2026-10-25"]],
  ["America/New_York", ["2026-03-08", "2026-11-01"]],
  ["America/St_Johns", ["2026-03-08", "2026-11-01"]],
  ["America/Santiago", ["2026-04-05", "2026-09-06"]],
  ["America/Havana", ["2026-03-08", "2026-11-01"]],
  ["Australia/Sydney", ["2026-04-05", "2026-10-04"]],
  ["Australia/Lord_Howe", ["2026-04-05", "2026-10-04"]],
  ["Pacific/Auckland", ["2026-04-05", "2026-09-27"]],
  ["Pacific/Chatham", ["2026-04-05", "2026-09-27"]],
  ["Atlantic/Azores", ["2026-03-29", "2026-10-25"]],
  ["Africa/Casablanca", ["2026-02-15", "2026-03-22"]],
  ["Africa/Cairo", ["2026-04-24", "2026-10-30"]],
  ["Asia/Beirut", ["2026-03-29", "2026-10-25"]],
  ["Asia/Gaza", ["2026-03-28", "2026-10-24"]],
  ["Pacific/Apia", ["2011-12-30"]],
  ["Asia/Kathmandu", ["2026-03-29"]],
  ["Asia/Kolkata", ["2026-10-25"]],
  ["UTC", ["2026-03-29"]],
];

/** `minutes` and `hours` null means every one. Only what these tests write. */
const PATTERNS = [
  { cron: "* * * * *", minutes: null, hours: null },
  { cron: "*/15 * * * *", minutes: [0, 15, 30, 45], hours: null },
  { cron: "0 * * * *", minutes: [0], hours: null },
  { cron: "30 * * * *", minutes: [30], hours: null },
  { cron: "30 2 * * *", minutes: [30], hours: [2] },
  { cron: "15 1,2,3 * * *", minutes: [15], hours: [1, 2, 3] },
  { cron: "0 0 * * *", minutes: [0], hours: [0] },
  { cron: "0 3 * * *", minutes: [0], hours: [3] },
  { cron: "30 7 * * *", minutes: [30], hours: [7] },
];

/** The clock of a zone as "YYYY-MM-DDTHH:MM", by a formatter of its own: not the code under test. */
function clockOf(zone: string): (instant: number) => string {
  const format = new Intl.DateTimeFormat("sv-SE", { timeZone: zone, dateStyle: "short", timeStyle: "short" });
  return (instant) => format.format(instant).replace(" ", "T");
}

type Pattern = (typeof PATTERNS)[number];

type Minute = { instant: number; times: string[] };

/** The rule, spelled out: every time of the wall clock once, at the first minute that shows it or a later one. */
function clockMinutes(zone: string, from: number, to: number): Minute[] {
  const clock = clockOf(zone);
  const minutes: Minute[] = [];
  // The latest time shown so far; a clock that goes back shows nothing new until it has passed it again.
  let latest = clock(from - MINUTE_MS);
  for (let instant = from; instant < to; instant += MINUTE_MS) {
    const shown = clock(instant);
    if (shown <= latest) continue;
    minutes.push({ instant, times: wallTimesAfter(latest, shown) });
    latest = shown;
  }
  return minutes;
}

const expectedRuns = (minutes: Minute[], pattern: Pattern) =>
  minutes.filter(({ times }) => times.some((time) => matches(time, pattern))).map(({ instant }) => instant);

/** Every minute of a wall clock after `from` up to `to`. */
function wallTimesAfter(from: string, to: string): string[] {
  const times: string[] = [];
  for (let at = Date.parse(`${from}Z`) + MINUTE_MS; at <= Date.parse(`${to}Z`); at += MINUTE_MS)
    times.push(new Date(at).toISOString().slice(0, 16));
  return times;
}

function matches(time: string, { minutes, hours }: Pattern): boolean {
  const hour = Number(time.slice(11, 13));
  const minute = Number(time.slice(14, 16));
  return (minutes?.includes(minute) ?? true) && (hours?.includes(hour) ?? true);
}

function runsFrom(cron: string, zone: string, from: number, to: number): number[] {
  const runs: number[] = [];
  let run = nextRun({ cron, zone, after: new Date(from - 1) });
  while (run !== null && run.getTime() < to) {
    runs.push(run.getTime());
    run = nextRun({ cron, zone, after: run });
  }
  return runs;
}

describe.each(CHANGES)("the clock of %s", (zone, days) => {
  it.each(days)("is followed around %s", (day) => {
    const from = Date.parse(`${day}T00:00:00Z`) - DAY_MS;
    const to = from + 2.5 * DAY_MS;
    const minutes = clockMinutes(zone, from, to);
    for (const pattern of PATTERNS) {
      const runs = runsFrom(pattern.cron, zone, from, to);
      expect(runs.map(isoOf), pattern.cron).toEqual(expectedRuns(minutes, pattern).map(isoOf));
      expect(new Set(runs).size).toBe(runs.length);
    }
  });

  it.each(days)("gives the same next run from any moment around %s", (day) => {
    const from = Date.parse(`${day}T00:00:00Z`) - DAY_MS;
    const to = from + 2.5 * DAY_MS;
    const pattern = { cron: "30 * * * *", minutes: [30], hours: null };
    const expected = expectedRuns(clockMinutes(zone, from, to + DAY_MS), pattern);
    // 17 minutes and a bit: moments of every kind, with seconds and milliseconds.
    for (let after = from; after < to; after += 17 * MINUTE_MS + 1_234) {
      const run = nextRun({ cron: pattern.cron, zone, after: new Date(after) });
      expect(run?.toISOString(), isoOf(after)).toBe(isoOf(expected.find((time) => time > after) ?? 0));
    }
  });
});

const isoOf = (instant: number) => new Date(instant).toISOString();

describe("nextRun", () => {
  const berlin = { zone: "Europe/Berlin" };
  const at = (iso: string) => new Date(iso);

  it("runs a time in the gap at the first valid minute after it", () => {
    const run = nextRun({ ...berlin, cron: "30 2 * * *", after: at("2026-03-28T12:00:00Z") });
    expect(run?.toISOString()).toBe("2026-03-29T01:00:00.000Z"); // 03:00 in Berlin
  });

  it("runs a time in the overlap once, the first time", () => {
    const first = nextRun({ ...berlin, cron: "30 2 * * *", after: at("2026-10-24T12:00:00Z") });
    expect(first?.toISOString()).toBe("2026-10-25T00:30:00.000Z");
    const second = nextRun({ ...berlin, cron: "30 2 * * *", after: first ?? at("") });
    expect(second?.toISOString()).toBe("2026-10-26T01:30:00.000Z");
  });

  it("keeps an hourly schedule at one run for each hour on the clock", () => {
    const autumn = runsFrom(
      "0 * * * *",
      "Europe/Berlin",
      Date.parse("2026-10-24T22:00:00Z"),
      Date.parse("2026-10-25T23:00:00Z"),
    );
    expect(autumn).toHaveLength(24);
    const spring = runsFrom(
      "0 * * * *",
      "Europe/Berlin",
      Date.parse("2026-03-28T23:00:00Z"),
      Date.parse("2026-03-29T22:00:00Z"),
    );
    expect(spring).toHaveLength(23);
  });

  it("is strictly after the given moment, whatever its milliseconds", () => {
    const cron = "30 7 * * *";
    expect(nextRun({ ...berlin, cron, after: at("2026-11-20T06:29:59.999Z") })?.toISOString()).toBe(
      "2026-11-20T06:30:00.000Z",
    );
    expect(nextRun({ ...berlin, cron, after: at("2026-11-20T06:30:00.000Z") })?.toISOString()).toBe(
      "2026-11-21T06:30:00.000Z",
    );
  });

  it("keeps to its start and its end, both included", () => {
    const timing = {
      ...berlin,
      cron: "30 7 * * *",
      startsAt: at("2026-11-25T06:30:00Z"),
      endsAt: at("2026-11-26T06:30:00Z"),
    };
    const first = nextRun({ ...timing, after: at("2026-11-20T00:00:00Z") });
    expect(first?.toISOString()).toBe("2026-11-25T06:30:00.000Z");
    const last = nextRun({ ...timing, after: first ?? at("") });
    expect(last?.toISOString()).toBe("2026-11-26T06:30:00.000Z");
    expect(nextRun({ ...timing, after: last ?? at("") })).toBeNull();
  });

  it("has no run on a day that never comes", () => {
    expect(nextRun({ ...berlin, cron: "0 0 30 2 *", after: at("2026-11-20T00:00:00Z") })).toBeNull();
  });

  it("waits years for a leap day", () => {
    expect(
      nextRun({ ...berlin, cron: "0 12 29 2 *", after: at("2026-11-20T00:00:00Z") })?.toISOString(),
    ).toBe("2028-02-29T11:00:00.000Z");
  });
});

describe("describeNextRuns", () => {
  const runsOf = (cron: string, after: string) =>
    describeNextRuns({ cron, zone: "Europe/Berlin", locale: "en-GB", after: new Date(after), count: 3 });

  it("reads as people write it, with the zone", () => {
    expect(runsOf("30 7 * * 1-5", "2026-11-20T08:00:00Z")).toEqual([
      { at: "2026-11-23T06:30:00.000Z", text: "Mon 23 Nov 2026, 07:30 CET", remark: null },
      { at: "2026-11-24T06:30:00.000Z", text: "Tue 24 Nov 2026, 07:30 CET", remark: null },
      { at: "2026-11-25T06:30:00.000Z", text: "Wed 25 Nov 2026, 07:30 CET", remark: null },
    ]);
  });

  it("says when the clocks changed since the run before", () => {
    expect(runsOf("30 7 * * *", "2026-10-24T00:00:00Z").map(({ text, remark }) => [text, remark])).toEqual([
      ["Sat 24 Oct 2026, 07:30 CEST", null],
      ["Sun 25 Oct 2026, 07:30 CET", "clocks changed 25 Oct"],
      ["Mon 26 Oct 2026, 07:30 CET", null],
    ]);
  });

  it("says when its time is skipped or repeated", () => {
    expect(runsOf("30 2 * * *", "2026-03-28T12:00:00Z")[0]).toMatchObject({
      text: "Sun 29 Mar 2026, 03:00 CEST",
      remark: "the clock skips its time that day, so it runs right after",
    });
    expect(runsOf("30 2 * * *", "2026-10-24T12:00:00Z")[0]?.remark).toBe(
      "the clock shows this time twice, so it runs the first time",
    );
  });
});
