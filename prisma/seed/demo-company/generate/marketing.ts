import { type Day, toIsoDay, weekdayOf } from "../calendar";
import { CHANNEL_FACTS } from "../facts";
import type { Random } from "../random";
import type { MarketingDayRow } from "../tables/marketing";
import type { Timeline } from "../timeline";
import { localDay } from "../zone";
import type { Appointment } from "./appointments";
import type { Campaign } from "./attribution";

/**
 * Works backwards from the bookings that appointments carry, so that both tables tell the same story: leads,
 * visits and impressions follow the bookings of the days around, with the rates of the channel and noise.
 */
export function generateMarketingDaily(
  timeline: Timeline,
  campaigns: Campaign[],
  appointments: Appointment[],
  random: Random,
): MarketingDayRow[] {
  const bookings = countBookings(appointments);
  const rows: MarketingDayRow[] = [];
  for (const campaign of campaigns) {
    const own = random.fork(campaign.row.name);
    const booked = (day: Day) => bookings.get(campaign.row.id)?.get(day) ?? 0;
    for (let day = Math.max(campaign.first, timeline.start); day <= campaign.last; day++) {
      rows.push(marketingDay(campaign, day, booked, own));
    }
  }
  return rows.sort((a, b) => a.day.localeCompare(b.day) || a.campaign_id - b.campaign_id);
}

function countBookings(appointments: Appointment[]): Map<number, Map<Day, number>> {
  const counts = new Map<number, Map<Day, number>>();
  for (const { row } of appointments) {
    if (row.campaign_id === null) continue;
    const byDay = counts.get(row.campaign_id) ?? new Map<Day, number>();
    const day = localDay(Date.parse(row.booked_at));
    byDay.set(day, (byDay.get(day) ?? 0) + 1);
    counts.set(row.campaign_id, byDay);
  }
  return counts;
}

function marketingDay(
  campaign: Campaign,
  day: Day,
  booked: (day: Day) => number,
  random: Random,
): MarketingDayRow {
  const facts = CHANNEL_FACTS[campaign.row.channel];
  const expected = smoothed(campaign, day, booked) * (weekdayOf(day) > 5 ? facts.weekend : 1.08);
  const noise = () => random.logNormal(1, 0.09);
  const bookings = booked(day);
  const leads = bookings + random.poisson(expected * (1 / facts.bookingRate - 1) * noise());
  const visits = leads + random.poisson((expected / facts.bookingRate) * (1 / facts.leadRate - 1) * noise());
  const impressions = visits + random.poisson(visits * (1 / facts.visitRate - 1) * noise());
  return {
    day: toIsoDay(day),
    campaign_id: campaign.row.id,
    channel: campaign.row.channel,
    impressions,
    visits,
    leads,
    bookings,
    spend: Math.round(visits * facts.perVisit * random.logNormal(1, 0.06) * 100) / 100,
  };
}

/** Mean bookings of the fortnight around a day, cut at the ends of the campaign; of three days in a spike. */
function smoothed(campaign: Campaign, day: Day, booked: (day: Day) => number): number {
  const reach = campaign.spikePull === undefined ? 7 : 1;
  let sum = 0;
  let days = 0;
  for (let other = day - reach; other <= day + reach; other++) {
    if (other < campaign.first || other > campaign.last) continue;
    sum += booked(other);
    days++;
  }
  return days === 0 ? 0 : sum / days;
}
