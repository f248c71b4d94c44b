import { logistic } from "../random";
import type { AppointmentType, BookingChannel } from "../tables/care";

/** What is known about an appointment before it begins, and what is not. */
export type NoShowCauses = {
  leadDays: number;
  /** Hour of the start, 8–17, Berlin. */
  hour: number;
  weekday: number;
  age: number;
  channel: BookingChannel;
  type: AppointmentType;
  priorNoShows: number;
  priorKept: number;
  reminderSent: boolean;
  distanceKm: number;
  /** Log-odds of the clinic. */
  clinic: number;
  /** The client's own habit, not stored anywhere: what a model cannot know. */
  hidden: number;
};

const INTERCEPT = -2.55;
const BY_CHANNEL: Record<BookingChannel, number> = {
  Online: 0.28,
  Phone: 0,
  Referral: -0.3,
  "Front desk": -0.12,
  "Walk-in": -3,
};
const BY_TYPE: Record<AppointmentType, number> = { "First visit": 0.24, "Follow-up": 0, Remote: -0.18 };
const BY_WEEKDAY = [0.2, 0, -0.05, 0, 0.16, 0.1, 0];

/** Chance that the client does not come and does not cancel: a logistic model of plausible causes. */
export function noShowChance(causes: NoShowCauses): number {
  const age = causes.age < 30 ? 0.42 : causes.age < 45 ? 0.14 : causes.age >= 62 ? -0.4 : 0;
  const hour = causes.hour < 9 ? 0.22 : causes.hour >= 16 ? 0.34 : causes.hour >= 15 ? 0.14 : 0;
  return logistic(
    INTERCEPT +
      0.36 * (Math.log1p(causes.leadDays) - 2.3) +
      0.6 * Math.min(causes.priorNoShows, 3) -
      0.05 * Math.min(causes.priorKept, 8) +
      BY_CHANNEL[causes.channel] +
      BY_TYPE[causes.type] +
      (BY_WEEKDAY[causes.weekday - 1] ?? 0) +
      age +
      hour +
      (causes.reminderSent ? -0.3 : 0.75) +
      0.014 * Math.min(causes.distanceKm, 30) +
      causes.clinic +
      causes.hidden,
  );
}

/** Chance of a cancellation: grows with the time in between. */
export function cancelChance(leadDays: number): number {
  return Math.min(0.14, 0.03 + 0.018 * Math.log1p(leadDays));
}
