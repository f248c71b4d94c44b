import {
  type Day,
  holidaysBetween,
  monthOf,
  parseDay,
  startOfMonth,
  weekdayOf,
  yearFraction,
} from "./calendar";
import { DOCKLANDS_OPENS_AFTER_MONTHS } from "./facts";

const HISTORY_MONTHS = 24;
/** Appointments are booked up to this many days ahead. */
export const LONGEST_LEAD_DAYS = 60;

export type Span = { first: Day; last: Day };

/** The frame of the history, and the events in it that an analyst should be able to find. */
export type Timeline = {
  /** First of the month, 24 months before the month of `today`. */
  start: Day;
  /** The company is shown as it stood on the evening of this day. */
  today: Day;
  /** Last day with appointments booked ahead. */
  horizon: Day;
  holidays: Map<Day, string>;
  docklandsOpens: Day;
  /** Water damage closed Lighthouse for a week, Monday to Sunday. */
  outage: Span;
  /** The days on which a post about "Summer back check" went round the city. */
  spike: Span;
  /** Old Town's invoices of these days were sent twice, and credited on `credited`. */
  billingGlitch: Span & { credited: Day };
  /** The last full month: Riverside's reminders for appointments from 15:00 were not sent. */
  reminderFailure: Span;
};

export function isWorkday(timeline: Timeline, day: Day): boolean {
  return weekdayOf(day) <= 5 && !timeline.holidays.has(day);
}

/** `day` itself, or the next day that is a working day. */
export function nextWorkday(timeline: Timeline, day: Day): Day {
  let next = day;
  while (!isWorkday(timeline, next)) next++;
  return next;
}

/** The Monday of a full working week: no holiday in it, on or after `day`. */
function mondayOfFullWeek(holidays: Map<Day, string>, day: Day): Day {
  let monday = day + ((8 - weekdayOf(day)) % 7);
  while ([0, 1, 2, 3, 4].some((offset) => holidays.has(monday + offset))) monday += 7;
  return monday;
}

export function buildTimeline(todayIso: string): Timeline {
  const today = parseDay(todayIso);
  const start = startOfMonth(today, -HISTORY_MONTHS);
  // Older than the history and beyond the horizon: bookings and payments look past both ends.
  const holidays = holidaysBetween(start - 400, today + 400);
  const outageMonday = mondayOfFullWeek(holidays, startOfMonth(today, -8) + 6);
  const spikeFirst = startOfMonth(today, -5) + 8;
  const glitchMonthEnd = startOfMonth(today, -2) - 1;
  const draft: Omit<Timeline, "billingGlitch"> = {
    start,
    today,
    horizon: today + LONGEST_LEAD_DAYS,
    holidays,
    docklandsOpens: mondayOfFullWeek(holidays, startOfMonth(start, DOCKLANDS_OPENS_AFTER_MONTHS)),
    outage: { first: outageMonday, last: outageMonday + 6 },
    spike: { first: spikeFirst, last: spikeFirst + 8 },
    reminderFailure: { first: startOfMonth(today, -1), last: startOfMonth(today) - 1 },
  };
  const credited = mondayOfFullWeek(holidays, glitchMonthEnd + 9);
  return { ...draft, billingGlitch: { first: glitchMonthEnd - 4, last: glitchMonthEnd, credited } };
}

export function within(day: Day, span: Span): boolean {
  return day >= span.first && day <= span.last;
}

/** 0 at the start of the history, 1 today; a little above 1 for what lies ahead. */
export function progress(timeline: Timeline, day: Day): number {
  return (day - timeline.start) / (timeline.today - timeline.start);
}

/** How demand of the whole group swings over the year: busy in late winter and autumn, quiet in summer. */
export function seasonOfYear(day: Day): number {
  const byMonth = [1.03, 1.04, 1.05, 1.03, 1.01, 0.99, 0.93, 0.91, 0.99, 1.03, 1.04, 0.95];
  return byMonth[monthOf(day) - 1] ?? 1;
}

/** A cosine over the year with its top in the middle of `peakMonth`. */
export function yearlySwing(day: Day, peakMonth: number, swing: number): number {
  return 1 + swing * Math.cos(2 * Math.PI * (yearFraction(day) - (peakMonth - 0.5) / 12));
}
