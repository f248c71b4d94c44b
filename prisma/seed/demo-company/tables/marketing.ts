import { defineTable, oneOf } from "./define";

export const MARKETING_CHANNELS = [
  "Search",
  "Social",
  "Display",
  "Newsletter",
  "Partners",
  "Local press",
] as const;
export type MarketingChannel = (typeof MARKETING_CHANNELS)[number];

export type CampaignRow = {
  id: number;
  name: string;
  channel: MarketingChannel;
  starts_on: string;
  ends_on: string | null;
};
export type MarketingDayRow = {
  day: string;
  campaign_id: number;
  channel: MarketingChannel;
  impressions: number;
  visits: number;
  leads: number;
  bookings: number;
  spend: number;
};

export const campaigns = defineTable<CampaignRow>({
  name: "campaigns",
  comment: "Marketing campaigns; those without an end run all the time.",
  columns: {
    id: { type: "integer", comment: "Key." },
    name: { type: "text", comment: "Name as used in reports." },
    channel: { type: "text", comment: "Where it runs.", check: oneOf("channel", MARKETING_CHANNELS) },
    starts_on: { type: "date", comment: "First day." },
    ends_on: { type: "date", comment: "Last day; empty when it runs all the time.", nullable: true },
  },
  primaryKey: ["id"],
  unique: [["name"]],
});

export const marketingDaily = defineTable<MarketingDayRow>({
  name: "marketing_daily",
  comment: "What each campaign did on each day, from the first impression to the booking.",
  columns: {
    day: { type: "date", comment: "Calendar day in Europe/Berlin." },
    campaign_id: { type: "integer", comment: "Campaign.", references: "campaigns" },
    channel: {
      type: "text",
      comment: "Channel of the campaign.",
      check: oneOf("channel", MARKETING_CHANNELS),
    },
    impressions: { type: "integer", comment: "Times shown." },
    visits: { type: "integer", comment: "Visits to the web site.", check: "visits <= impressions" },
    leads: { type: "integer", comment: "People who left an address or a number.", check: "leads <= visits" },
    bookings: {
      type: "integer",
      comment: "First visits booked; the same as appointments with this campaign_id booked on this day.",
      check: "bookings <= leads",
    },
    spend: { type: "numeric(12,2)", comment: "Cost in euros.", check: "spend >= 0" },
  },
  primaryKey: ["day", "campaign_id"],
  indexes: ["campaign_id, day"],
});
