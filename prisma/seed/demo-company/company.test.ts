import { createHash } from "node:crypto";
import { describe, expect, test } from "vitest";
import { parseDay, weekdayOf } from "./calendar";
import { generateCompany } from "./company";
import type { AppointmentRow } from "./tables/care";
import { buildTimeline, within } from "./timeline";
import { localDay, localMinute } from "./zone";

const TODAY = "2026-11-20";
const timeline = buildTimeline(TODAY);
const full = generateCompany(TODAY);
const past = full.appointments.filter(({ status }) => status !== "booked");

const hash = (value: unknown) => createHash("sha256").update(JSON.stringify(value)).digest("hex");
const dayOfStart = (row: AppointmentRow) => localDay(Date.parse(row.starts_at));
const leadDays = (row: AppointmentRow) => dayOfStart(row) - localDay(Date.parse(row.booked_at));

/** Missed among those that were neither cancelled nor still lie ahead. */
function noShowRate(
  rows: AppointmentRow[],
  condition: (row: AppointmentRow) => boolean = () => true,
): number {
  const expected = rows.filter(
    (row) => (row.status === "kept" || row.status === "no_show") && condition(row),
  );
  if (expected.length < 300) throw new Error(`Only ${expected.length} rows: too few for a rate.`);
  return expected.filter(({ status }) => status === "no_show").length / expected.length;
}

const sum = (values: number[]) => values.reduce((total, value) => total + value, 0);

describe("generation", () => {
  test("is the same for the same day, and another for another day", () => {
    const small = hash(generateCompany(TODAY, 0.02));
    expect(hash(generateCompany(TODAY, 0.02))).toBe(small);
    expect(hash(generateCompany("2026-11-21", 0.02))).not.toBe(small);
  });

  test.each(["2024-02-29", "2027-01-01", "2030-03-31"])("works on %s", (today) => {
    expect(generateCompany(today, 0.02).appointments.length).toBeGreaterThan(1500);
  });

  test("refuses a scale that makes no company", () => {
    expect(() => generateCompany(TODAY, 0)).toThrow(/scale 0/);
    expect(() => generateCompany(TODAY, 2)).toThrow(/scale 2/);
  });

  test("has the size of a real group of clinics", () => {
    expect(full.clinics).toHaveLength(6);
    expect(full.appointments.length).toBeGreaterThan(110_000);
    expect(full.appointments.length).toBeLessThan(140_000);
    expect(full.clients.length).toBeGreaterThan(20_000);
  });

  test("shrinks with the scale but keeps its rates", () => {
    const small = generateCompany(TODAY, 0.1).appointments;
    expect(small.length / full.appointments.length).toBeCloseTo(0.1, 1);
    expect(noShowRate(small)).toBeCloseTo(noShowRate(full.appointments), 1);
  });

  test("nothing that happened lies after today", () => {
    const happened = [
      ...past.map((row) => row.starts_at.slice(0, 10)),
      ...full.appointments.map((row) => row.booked_at.slice(0, 10)),
      ...full.invoices.flatMap((row) => [row.issued_on, row.paid_on ?? ""]),
      ...full.trainingAssignments.map((row) => row.completed_on ?? ""),
      ...full.qualityEvents.flatMap((row) => [row.opened_on, row.closed_on ?? ""]),
      ...full.enrolments.flatMap((row) => [row.enrolled_on, row.ended_on ?? ""]),
      ...full.marketingDaily.map((row) => row.day),
      ...full.clients.map((row) => row.registered_on),
    ];
    expect(happened.filter((day) => day > TODAY)).toEqual([]);
  });
});

describe("opening hours", () => {
  test("appointments lie between 08:00 and 18:00 in Berlin, never on a Sunday or a holiday", () => {
    const wrong = full.appointments.filter((row) => {
      const minute = localMinute(Date.parse(row.starts_at));
      const day = dayOfStart(row);
      const closed = weekdayOf(day) === 7 || timeline.holidays.has(day);
      return closed || minute < 8 * 60 || minute + row.duration_minutes > 18 * 60;
    });
    expect(wrong).toEqual([]);
  });

  test("nobody treats two clients at once", () => {
    const busyUntil = new Map<number, number>();
    for (const { staff_id, starts_at, duration_minutes } of full.appointments) {
      const start = Date.parse(starts_at);
      expect(start).toBeGreaterThanOrEqual(busyUntil.get(staff_id) ?? 0);
      busyUntil.set(staff_id, start + duration_minutes * 60_000);
    }
  });

  test("Mondays are busier than Fridays, and Saturdays are short", () => {
    const perWeekday = [0, 0, 0, 0, 0, 0, 0];
    for (const row of past) perWeekday[weekdayOf(dayOfStart(row)) - 1]! += 1;
    const [monday = 0, , , , friday = 0, saturday = 0, sunday] = perWeekday;
    expect(monday).toBeGreaterThan(friday);
    expect(saturday).toBeLessThan(friday / 4);
    expect(sunday).toBe(0);
  });
});

describe("the year", () => {
  const kept = (month: string) =>
    past.filter((r) => r.status === "kept" && r.starts_at.startsWith(month)).length;

  test("August is quieter than October", () => {
    expect(kept("2026-08")).toBeLessThan(0.85 * kept("2026-10"));
  });

  test("the group grows", () => {
    const revenue = (year: string) =>
      sum(full.invoices.filter((row) => row.issued_on.startsWith(year)).map((row) => row.amount));
    const growth = revenue("2026-0") / revenue("2025-0");
    expect(growth).toBeGreaterThan(1.04);
    expect(growth).toBeLessThan(1.25);
  });
});

describe("no-shows", () => {
  test("are about one in nine", () => {
    expect(noShowRate(past)).toBeGreaterThan(0.1);
    expect(noShowRate(past)).toBeLessThan(0.13);
  });

  const contrasts: [string, (row: AppointmentRow) => boolean, (row: AppointmentRow) => boolean][] = [
    ["booked long before", (row) => leadDays(row) >= 28, (row) => leadDays(row) <= 7],
    ["booked online", (row) => row.channel === "Online", (row) => row.channel === "Referral"],
    [
      "without a reminder",
      (r) => !r.reminder_sent && leadDays(r) > 1,
      (r) => r.reminder_sent && leadDays(r) > 1,
    ],
    [
      "late in the day",
      (row) => localMinute(Date.parse(row.starts_at)) >= 16 * 60,
      (row) => localMinute(Date.parse(row.starts_at)) < 15 * 60,
    ],
    ["on Mondays", (row) => weekdayOf(dayOfStart(row)) === 1, (row) => weekdayOf(dayOfStart(row)) === 3],
  ];
  test.each(contrasts)("are more frequent %s", (_, often, seldom) => {
    expect(noShowRate(past, often)).toBeGreaterThan(1.1 * noShowRate(past, seldom));
  });

  test("are more frequent among young clients and those who missed one before", () => {
    const birthYear = new Map(full.clients.map((row) => [row.id, row.birth_year]));
    const young = noShowRate(past, (row) => (birthYear.get(row.client_id) ?? 0) > 1997);
    const old = noShowRate(past, (row) => (birthYear.get(row.client_id) ?? 9999) < 1960);
    expect(young).toBeGreaterThan(1.3 * old);

    const missed = new Set<number>();
    const repeated = new Set<number>();
    for (const row of past) {
      if (missed.has(row.client_id)) repeated.add(row.id);
      if (row.status === "no_show") missed.add(row.client_id);
    }
    const again = noShowRate(past, (row) => repeated.has(row.id));
    expect(again).toBeGreaterThan(1.5 * noShowRate(past, (row) => !repeated.has(row.id)));
  });
});

describe("events an analyst should find", () => {
  test("Lighthouse keeps nothing in its week of water damage", () => {
    const week = past.filter((row) => row.clinic_id === 4 && within(dayOfStart(row), timeline.outage));
    expect(week.length).toBeGreaterThan(20);
    expect(new Set(week.map(({ status }) => status))).toEqual(new Set(["cancelled"]));
  });

  test("the campaign's spike shows in visits and in bookings", () => {
    const campaign = full.campaigns.find(({ name }) => name === "Summer back check");
    const days = full.marketingDaily.filter((row) => row.campaign_id === campaign?.id);
    const spike = days.filter((row) => within(parseDay(row.day), timeline.spike));
    const other = days.filter((row) => !within(parseDay(row.day), timeline.spike));
    const mean = (rows: typeof days, key: "visits" | "bookings") =>
      sum(rows.map((row) => row[key])) / rows.length;
    expect(mean(spike, "visits")).toBeGreaterThan(5 * mean(other, "visits"));
    expect(mean(spike, "bookings")).toBeGreaterThan(5 * mean(other, "bookings"));
  });

  test("each doubled invoice of the glitch has its credit note", () => {
    const credits = full.invoices.filter(({ kind }) => kind === "credit_note");
    expect(credits.length).toBeGreaterThan(50);
    for (const credit of credits) {
      const same = full.invoices.filter((row) => row.appointment_id === credit.appointment_id);
      expect(same.map(({ kind }) => kind).sort()).toEqual(["credit_note", "invoice", "invoice"]);
    }
  });

  test("Riverside misses more in the month without afternoon reminders, the others do not", () => {
    const month = (row: AppointmentRow) => within(dayOfStart(row), timeline.reminderFailure);
    const riverside = (row: AppointmentRow) => row.clinic_id === 3;
    const before = noShowRate(past, (row) => riverside(row) && !month(row));
    expect(noShowRate(past, (row) => riverside(row) && month(row))).toBeGreaterThan(before + 0.02);
    const others = noShowRate(past, (row) => !riverside(row) && !month(row));
    expect(Math.abs(noShowRate(past, (row) => !riverside(row) && month(row)) - others)).toBeLessThan(0.015);
  });
});

describe("the tables agree with one another", () => {
  test("bookings of a campaign are its appointments, day by day", () => {
    const counted = new Map<string, number>();
    for (const row of full.appointments) {
      if (row.campaign_id === null) continue;
      const key = `${localDay(Date.parse(row.booked_at))}/${row.campaign_id}`;
      counted.set(key, (counted.get(key) ?? 0) + 1);
    }
    for (const row of full.marketingDaily) {
      expect(row.bookings).toBe(counted.get(`${parseDay(row.day)}/${row.campaign_id}`) ?? 0);
    }
    expect(sum(full.marketingDaily.map(({ bookings }) => bookings))).toBe(sum([...counted.values()]));
  });

  test("people leave programmes more often without a coach and with sessions missed", () => {
    const dropOut = (rows: typeof full.enrolments) =>
      rows.filter(({ status }) => status === "dropped_out").length / rows.length;
    const over = full.enrolments.filter(({ status }) => status !== "active");
    expect(dropOut(over)).toBeGreaterThan(0.12);
    expect(dropOut(over)).toBeLessThan(0.35);
    expect(dropOut(over.filter((row) => !row.has_coach))).toBeGreaterThan(
      1.2 * dropOut(over.filter((row) => row.has_coach)),
    );
    expect(dropOut(over.filter((row) => row.sessions_first_month <= 2))).toBeGreaterThan(
      1.5 * dropOut(over.filter((row) => row.sessions_first_month === 4)),
    );
  });
});
