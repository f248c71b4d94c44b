import { type Day, weekdayOf } from "../calendar";
import type { Random } from "../random";
import type { AppointmentType, BookingChannel } from "../tables/care";
import { isWorkday, LONGEST_LEAD_DAYS, progress, type Timeline, within } from "../timeline";
import { instantAt } from "../zone";

const MS_PER_MINUTE = 60_000;

/** Online booking grows from a third to almost half; the telephone gives way. */
export function chooseChannel(
  random: Random,
  timeline: Timeline,
  type: AppointmentType,
  day: Day,
): BookingChannel {
  const grown = Math.min(1, Math.max(0, progress(timeline, day)));
  const online = (type === "Remote" ? 0.5 : 0.3) + 0.15 * grown;
  const shares: Record<AppointmentType, [BookingChannel, number][]> = {
    "First visit": [
      ["Phone", 0.4 - 0.12 * grown],
      ["Referral", 0.2],
      ["Walk-in", 0.05],
    ],
    "Follow-up": [
      ["Front desk", 0.36],
      ["Phone", 0.3 - 0.12 * grown],
      ["Walk-in", 0.015],
    ],
    Remote: [["Phone", 0.3 - 0.1 * grown]],
  };
  return random.weighted<[BookingChannel, number]>(
    [["Online", online], ...shares[type]],
    ([, share]) => share,
  )[0];
}

const MEDIAN_LEAD: Record<AppointmentType, number> = { "First visit": 9, "Follow-up": 13, Remote: 5 };

/** Hours at which people book online, 0–23: the evening, and hardly ever the night. */
const ONLINE_HOURS = [
  3, 1, 1, 1, 1, 3, 8, 16, 22, 26, 26, 24, 24, 22, 20, 20, 22, 26, 34, 44, 50, 44, 26, 10,
];

/** When an appointment was booked: an instant (epoch ms) before `startsAt`. */
export function bookedAt(
  random: Random,
  timeline: Timeline,
  appointment: { type: AppointmentType; channel: BookingChannel; day: Day; startsAt: number },
): number {
  const { type, channel, day, startsAt } = appointment;
  if (channel === "Walk-in") return startsAt - random.int(5, 70) * MS_PER_MINUTE;
  let lead = Math.floor(random.logNormal(MEDIAN_LEAD[type], 0.85));
  if (lead > LONGEST_LEAD_DAYS) lead = random.int(20, LONGEST_LEAD_DAYS);
  if (type === "First visit" && channel === "Online") lead = leadThroughSpike(random, timeline, day, lead);
  let bookingDay = day - lead;
  if (channel !== "Online") {
    while (bookingDay < day && !isWorkday(timeline, bookingDay)) bookingDay--;
  }
  const minute = channel === "Online" ? onlineMinute(random) : random.int(8 * 60, 18 * 60 - 1);
  const booked = instantAt(bookingDay, minute) + random.int(0, 59) * 1000;
  // Same-day bookings fall before the start.
  return booked < startsAt - 20 * MS_PER_MINUTE ? booked : startsAt - random.int(25, 115) * MS_PER_MINUTE;
}

/** During the campaign's good days many of the next weeks' first visits were booked. */
function leadThroughSpike(random: Random, timeline: Timeline, day: Day, lead: number): number {
  const { spike } = timeline;
  if (!within(day, { first: spike.first + 2, last: spike.last + 28 }) || !random.chance(0.42)) return lead;
  return Math.max(0, day - random.int(spike.first, Math.min(spike.last, day - 1)));
}

function onlineMinute(random: Random): number {
  const hours = ONLINE_HOURS.map((weight, hour) => ({ weight, hour }));
  return random.weighted(hours, ({ weight }) => weight).hour * 60 + random.int(0, 59);
}

/** Mondays are full, Fridays are not; hours around noon stay free more often. */
export function demandAt(day: Day, minuteOfDay: number): number {
  const weekday = [1.04, 1.02, 1.01, 1, 0.94, 0.96, 0][weekdayOf(day) - 1] ?? 1;
  const byHour = [0.95, 1.03, 1.04, 1.01, 0.93, 0.92, 0.98, 1.02, 1.03, 0.94];
  return weekday * (byHour[Math.floor(minuteOfDay / 60) - 8] ?? 1);
}
