import { type Day, dayOf, startOfMonth, toIsoDay, yearOf } from "../calendar";
import type { Random } from "../random";
import type { CampaignRow, MarketingChannel } from "../tables/marketing";
import { type Timeline, within } from "../timeline";

export type Campaign = {
  row: CampaignRow;
  first: Day;
  last: Day;
  /** How many first visits it wins, against 1 for those who come without any campaign. */
  pull: number;
  /** Pull is multiplied by `spikePull` on the days of the spike. */
  spikePull?: number;
};

/** Campaigns that run all the time, those that return each year, and two that ran once. */
export function buildCampaigns(timeline: Timeline): Campaign[] {
  const campaigns: Campaign[] = [];
  const add = (
    name: string,
    channel: MarketingChannel,
    pull: number,
    from?: Day,
    to?: Day,
    spikePull?: number,
  ) => {
    const first = Math.max(from ?? timeline.start, timeline.start);
    const last = Math.min(to ?? timeline.today, timeline.today);
    if (first > last) return;
    campaigns.push({
      row: {
        id: campaigns.length + 1,
        name,
        channel,
        starts_on: toIsoDay(from ?? timeline.start),
        ends_on: to === undefined ? null : toIsoDay(to),
      },
      first,
      last,
      pull,
      spikePull,
    });
  };
  add("Search: our names", "Search", 0.24);
  add("Search: symptoms", "Search", 0.2);
  add("Social: stories", "Social", 0.13);
  add("Newsletter", "Newsletter", 0.07);
  add("Partner directories", "Partners", 0.09);
  add("Local notices", "Local press", 0.035);
  for (let year = yearOf(timeline.start); year <= yearOf(timeline.today); year++) {
    add(`New year check-up ${year}`, "Display", 0.1, dayOf(year, 1, 2), dayOf(year, 2, 14));
    add(`Skin check ${year}`, "Social", 0.12, dayOf(year, 4, 1), dayOf(year, 5, 31));
    add(`Back to work, backs first ${year}`, "Search", 0.12, dayOf(year, 9, 1), dayOf(year, 10, 15));
    add(`Ready for winter ${year}`, "Display", 0.08, dayOf(year, 10, 5), dayOf(year, 12, 6));
  }
  const { docklandsOpens, today } = timeline;
  add("Docklands opens", "Local press", 0.12, docklandsOpens - 14, docklandsOpens + 60);
  add("Summer back check", "Social", 0.09, startOfMonth(today, -5), startOfMonth(today, -3) - 1, 16);
  campaigns.sort((a, b) => a.first - b.first || a.row.id - b.row.id);
  return campaigns.map((campaign, index) => ({ ...campaign, row: { ...campaign.row, id: index + 1 } }));
}

/** The campaign a new client came through, or null. Only bookings of the history are attributed. */
export function attribute(
  random: Random,
  campaigns: Campaign[],
  timeline: Timeline,
  bookingDay: Day,
): number | null {
  if (bookingDay < timeline.start || bookingDay > timeline.today) return null;
  let left = random.next();
  const running = campaigns.filter((campaign) => bookingDay >= campaign.first && bookingDay <= campaign.last);
  const pulls = running.map((campaign) => {
    const spiking = campaign.spikePull !== undefined && within(bookingDay, timeline.spike);
    return campaign.pull * (spiking ? (campaign.spikePull ?? 1) : 1);
  });
  left *= 1 + pulls.reduce((sum, pull) => sum + pull, 0);
  for (const [index, campaign] of running.entries()) {
    left -= pulls[index] ?? 0;
    if (left < 0) return campaign.row.id;
  }
  return null;
}
