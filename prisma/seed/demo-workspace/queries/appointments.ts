import type { DemoQuery } from "../types";
import { bucketOf, OF_CLINIC, PERIOD, PERIOD_AND_CLINIC, STARTS_IN_PERIOD } from "./pieces";

const RATE_UNITS = { no_shows: "count", expected: "count", no_show_rate: "percent" } as const;

/** Missed among those that were neither cancelled nor lie ahead. */
const RATE_COLUMNS = `count(*) filter (where a.status = 'no_show') as no_shows,
  count(*) as expected,
  round(avg((a.status = 'no_show')::int), 4) as no_show_rate`;
const STARTS_IN_TWELVE_MONTHS = `a.starts_at >= least(
    {{from}}, date_trunc('month', {{to}} - interval '12 months')::date
  )::timestamp at time zone 'Europe/Berlin'
  and a.starts_at < {{to}}::timestamp at time zone 'Europe/Berlin'`;
const WAS_EXPECTED = "a.status in ('kept', 'no_show')";

export const APPOINTMENT_QUERIES: DemoQuery[] = [
  {
    key: "kept-appointments",
    name: "Kept appointments",
    description: "Appointments that took place, beside all that were planned.",
    category: "Appointments",
    tags: ["demand"],
    parameters: PERIOD_AND_CLINIC,
    columnUnits: { kept: "count", planned: "count" },
    sql: `select
  ${bucketOf("a.starts_at at time zone 'Europe/Berlin'")} as period,
  count(*) filter (where a.status = 'kept') as kept,
  count(*) as planned
from harbor_health.appointments a
join harbor_health.clinics c on c.id = a.clinic_id
where ${STARTS_IN_PERIOD}
  and a.status <> 'booked'
  and ${OF_CLINIC}
group by 1
order by 1`,
  },
  {
    key: "no-show-rate",
    name: "No-show rate",
    description:
      "Clients who neither came nor cancelled, as a share of those expected. Add up no_shows and expected to join periods.",
    category: "Appointments",
    tags: ["no-shows"],
    parameters: PERIOD_AND_CLINIC,
    columnUnits: RATE_UNITS,
    sql: `select
  ${bucketOf("a.starts_at at time zone 'Europe/Berlin'")} as period,
  ${RATE_COLUMNS}
from harbor_health.appointments a
join harbor_health.clinics c on c.id = a.clinic_id
where ${STARTS_IN_PERIOD}
  and ${WAS_EXPECTED}
  and ${OF_CLINIC}
group by 1
order by 1`,
  },
  {
    key: "no-show-trend",
    name: "No-show rate, twelve months",
    description: "The no-show rate by month up to the end of the period, and never fewer than twelve months.",
    category: "Appointments",
    tags: ["no-shows", "trend"],
    parameters: PERIOD,
    columnUnits: RATE_UNITS,
    sql: `select
  date_trunc('month', a.starts_at at time zone 'Europe/Berlin')::date as month,
  ${RATE_COLUMNS}
from harbor_health.appointments a
where ${STARTS_IN_TWELVE_MONTHS}
  and ${WAS_EXPECTED}
group by 1
order by 1`,
  },
  {
    key: "no-shows-by-hour",
    name: "No-shows by hour",
    description: "The no-show rate by the hour at which the appointment begins.",
    category: "Appointments",
    tags: ["no-shows"],
    parameters: PERIOD_AND_CLINIC,
    columnUnits: RATE_UNITS,
    sql: `select
  to_char(a.starts_at at time zone 'Europe/Berlin', 'HH24":00"') as hour,
  ${RATE_COLUMNS}
from harbor_health.appointments a
join harbor_health.clinics c on c.id = a.clinic_id
where ${STARTS_IN_PERIOD}
  and ${WAS_EXPECTED}
  and ${OF_CLINIC}
group by 1
order by 1`,
  },
  {
    key: "no-shows-by-lead-time",
    name: "No-shows by lead time",
    description: "The no-show rate by the days between booking and appointment.",
    category: "Appointments",
    tags: ["no-shows"],
    parameters: PERIOD_AND_CLINIC,
    columnUnits: RATE_UNITS,
    sql: `select
  (array['Same day', '1 to 6 days', '1 week', '2 weeks', '3 weeks', '4 weeks or more'])[lead.bucket + 1] as booked_before,
  ${RATE_COLUMNS}
from harbor_health.appointments a
join harbor_health.clinics c on c.id = a.clinic_id
cross join lateral (
  select width_bucket(
    (a.starts_at at time zone 'Europe/Berlin')::date - (a.booked_at at time zone 'Europe/Berlin')::date,
    array[1, 7, 14, 21, 28]
  ) as bucket
) as lead
where ${STARTS_IN_PERIOD}
  and ${WAS_EXPECTED}
  and ${OF_CLINIC}
group by lead.bucket
order by lead.bucket`,
  },
  {
    key: "no-show-rate-by-clinic",
    name: "No-show rate by clinic, twelve months",
    description:
      "The no-show rate of each clinic by month up to the end of the period, and never fewer than twelve months.",
    category: "Appointments",
    tags: ["no-shows", "clinics", "trend"],
    parameters: PERIOD,
    columnUnits: RATE_UNITS,
    sql: `select
  date_trunc('month', a.starts_at at time zone 'Europe/Berlin')::date as month,
  c.name as clinic,
  ${RATE_COLUMNS}
from harbor_health.appointments a
join harbor_health.clinics c on c.id = a.clinic_id
where ${STARTS_IN_TWELVE_MONTHS}
  and ${WAS_EXPECTED}
group by 1, c.id
order by 1, c.id`,
  },
  {
    key: "appointments-by-type-by-month",
    name: "Appointments by type by month",
    description: "Kept first visits, follow-ups and remote visits in each month.",
    category: "Appointments",
    tags: ["demand"],
    parameters: PERIOD_AND_CLINIC,
    columnUnits: { appointments: "count" },
    sql: `select
  date_trunc('month', a.starts_at at time zone 'Europe/Berlin')::date as month,
  a.type,
  count(*) as appointments
from harbor_health.appointments a
join harbor_health.clinics c on c.id = a.clinic_id
where ${STARTS_IN_PERIOD}
  and a.status = 'kept'
  and ${OF_CLINIC}
group by 1, 2
order by 1, array_position(array['Follow-up', 'First visit', 'Remote'], a.type)`,
  },
  {
    key: "bookings-by-channel",
    name: "Bookings by channel",
    description: "How the appointments of the period were booked.",
    category: "Appointments",
    tags: ["demand", "channels"],
    parameters: PERIOD_AND_CLINIC,
    columnUnits: { bookings: "count" },
    sql: `select
  a.channel,
  count(*) as bookings
from harbor_health.appointments a
join harbor_health.clinics c on c.id = a.clinic_id
where ${STARTS_IN_PERIOD}
  and ${OF_CLINIC}
group by 1
order by 2 desc`,
  },
  {
    key: "daily-appointments",
    name: "Daily appointments",
    description:
      "Kept appointments of each day, and the mean of the seven days up to it, which evens out the weekend.",
    category: "Appointments",
    tags: ["demand", "trend"],
    parameters: PERIOD_AND_CLINIC,
    columnUnits: { appointments: "count", seven_day_average: "number" },
    sql: `with daily as (
  select
    (a.starts_at at time zone 'Europe/Berlin')::date as day,
    count(*) as appointments
  from harbor_health.appointments a
  join harbor_health.clinics c on c.id = a.clinic_id
  where a.starts_at >= ({{from}} - 6)::timestamp at time zone 'Europe/Berlin'
    and a.starts_at < {{to}}::timestamp at time zone 'Europe/Berlin'
    and a.status = 'kept'
    and ${OF_CLINIC}
  group by 1
),
days as (
  select first_day + step as day
  from (select min(day) as first_day, max(day) as last_day from daily) as span
  cross join lateral generate_series(0, last_day - first_day) as step
),
averaged as (
  select
    days.day,
    coalesce(daily.appointments, 0) as appointments,
    round(avg(coalesce(daily.appointments, 0)) over (order by days.day rows 6 preceding), 1) as seven_day_average
  from days
  left join daily on daily.day = days.day
)
select day, appointments, seven_day_average
from averaged
where day >= {{from}}
order by day`,
  },
];
