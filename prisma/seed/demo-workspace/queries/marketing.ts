import type { DemoQuery } from "../types";
import { bucketOf, PERIOD } from "./pieces";

export const MARKETING_QUERIES: DemoQuery[] = [
  {
    key: "marketing-summary",
    name: "Marketing summary",
    description: "Spend and its results by day, week or month, depending on the length of the period.",
    category: "Marketing",
    tags: ["funnel", "trend"],
    parameters: PERIOD,
    columnUnits: { spend: "currency:EUR", visits: "count", leads: "count", bookings: "count" },
    sql: `select
  ${bucketOf("m.day::timestamp")} as period,
  sum(m.spend) as spend,
  sum(m.visits) as visits,
  sum(m.leads) as leads,
  sum(m.bookings) as bookings
from harbor_health.marketing_daily m
where m.day >= {{from}} and m.day < {{to}}
group by 1
order by 1`,
  },
  {
    key: "marketing-funnel",
    name: "Marketing funnel by stage",
    description: "From the first impression to the booking, with the share that reaches the next stage.",
    category: "Marketing",
    tags: ["funnel"],
    parameters: PERIOD,
    columnUnits: { count: "count", of_stage_before: "percent", cost_each: "currency:EUR" },
    sql: `with total as (
  select
    sum(impressions) as impressions,
    sum(visits) as visits,
    sum(leads) as leads,
    sum(bookings) as bookings,
    sum(spend) as spend
  from harbor_health.marketing_daily
  where day >= {{from}} and day < {{to}}
)
select
  stage.name as stage,
  stage.count,
  round(stage.count::numeric / nullif(stage.before, 0), 4) as of_stage_before,
  round(total.spend / nullif(stage.count, 0), 2) as cost_each
from total
cross join lateral (values
  (1, 'Impressions', impressions, null::bigint),
  (2, 'Visits', visits, impressions),
  (3, 'Leads', leads, visits),
  (4, 'Bookings', bookings, leads)
) as stage (position, name, count, before)
where stage.count is not null
order by stage.position`,
  },
  {
    key: "spend-by-channel",
    name: "Spend by channel",
    description: "Spend, bookings and the cost of one booking for each channel.",
    category: "Marketing",
    tags: ["channels", "spend"],
    parameters: PERIOD,
    columnUnits: {
      spend: "currency:EUR",
      visits: "count",
      bookings: "count",
      cost_per_booking: "currency:EUR",
    },
    sql: `select
  m.channel,
  sum(m.spend) as spend,
  sum(m.visits) as visits,
  sum(m.bookings) as bookings,
  round(sum(m.spend) / nullif(sum(m.bookings), 0), 2) as cost_per_booking
from harbor_health.marketing_daily m
where m.day >= {{from}} and m.day < {{to}}
group by 1
order by 2 desc`,
  },
  {
    key: "visits-by-channel-by-week",
    name: "Visits by channel by week",
    description:
      "Visits to the web site in each week, Monday to Sunday, by channel. Of periods over four weeks, whole weeks only.",
    category: "Marketing",
    tags: ["channels", "trend"],
    parameters: PERIOD,
    columnUnits: { visits: "count" },
    sql: `with weekly as (
  select date_trunc('week', m.day::timestamp)::date as week, m.channel, sum(m.visits) as visits
  from harbor_health.marketing_daily m
  where m.day >= {{from}} and m.day < {{to}}
  group by 1, 2
)
select weeks.week, channels.channel, coalesce(weekly.visits, 0) as visits
from (select distinct week from weekly) as weeks
cross join (select channel, sum(visits) as total from weekly group by 1) as channels
left join weekly on weekly.week = weeks.week and weekly.channel = channels.channel
where {{to}} - {{from}} <= 28 or weeks.week between {{from}} and {{to}} - 7
order by weeks.week, channels.total desc`,
  },
  {
    key: "campaigns",
    name: "Campaigns",
    description: "Every campaign that ran in the period, with what it cost and brought.",
    category: "Marketing",
    tags: ["campaigns", "spend"],
    parameters: PERIOD,
    columnUnits: {
      visits: "count",
      leads: "count",
      bookings: "count",
      booking_rate: "percent",
      spend: "currency:EUR",
      cost_per_booking: "currency:EUR",
    },
    sql: `select
  c.name as campaign,
  c.channel,
  sum(m.visits) as visits,
  sum(m.leads) as leads,
  sum(m.bookings) as bookings,
  round(sum(m.bookings)::numeric / nullif(sum(m.leads), 0), 4) as booking_rate,
  sum(m.spend) as spend,
  round(sum(m.spend) / nullif(sum(m.bookings), 0), 2) as cost_per_booking
from harbor_health.marketing_daily m
join harbor_health.campaigns c on c.id = m.campaign_id
where m.day >= {{from}} and m.day < {{to}}
group by c.id
order by bookings desc, c.id`,
  },
];
