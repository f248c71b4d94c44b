import type { DemoQuery } from "../types";
import { PERIOD, PERIOD_AND_CLINIC, STARTS_IN_PERIOD } from "./pieces";

export const OPERATIONS_QUERIES: DemoQuery[] = [
  {
    key: "clinics-overview",
    name: "Clinics",
    description: "Revenue, kept appointments, missed rate and the share of the offered time that was used.",
    category: "Operations",
    tags: ["clinics"],
    parameters: PERIOD,
    columnUnits: { revenue: "currency:EUR", kept: "count", missed_rate: "percent", slots_used: "percent" },
    sql: `with seen as (
  select
    a.clinic_id,
    count(*) filter (where a.status = 'kept') as kept,
    avg((a.status = 'no_show')::int) as missed_rate,
    sum(a.duration_minutes) as used_minutes
  from harbor_health.appointments a
  where ${STARTS_IN_PERIOD}
    and a.status in ('kept', 'no_show')
  group by 1
),
offered as (
  select clinic_id, sum(offered_minutes) as minutes
  from harbor_health.rosters
  where work_date >= {{from}} and work_date < {{to}}
  group by 1
),
billed as (
  select clinic_id, sum(amount) as revenue
  from harbor_health.invoices
  where issued_on >= {{from}} and issued_on < {{to}}
  group by 1
)
select
  c.name as clinic,
  billed.revenue,
  seen.kept,
  round(seen.missed_rate, 4) as missed_rate,
  round(seen.used_minutes::numeric / offered.minutes, 4) as slots_used
from harbor_health.clinics c
join seen on seen.clinic_id = c.id
left join offered on offered.clinic_id = c.id
left join billed on billed.clinic_id = c.id
order by billed.revenue desc nulls last`,
  },
  {
    key: "practitioners",
    name: "Practitioners",
    description: "What each practitioner did in the period.",
    category: "Operations",
    tags: ["people", "clinics"],
    parameters: PERIOD_AND_CLINIC,
    columnUnits: { kept: "count", missed_rate: "percent", slots_used: "percent", revenue: "currency:EUR" },
    sql: `with seen as (
  select
    a.staff_id,
    count(*) filter (where a.status = 'kept') as kept,
    avg((a.status = 'no_show')::int) as missed_rate,
    sum(a.duration_minutes) as used_minutes
  from harbor_health.appointments a
  where ${STARTS_IN_PERIOD}
    and a.status in ('kept', 'no_show')
  group by 1
),
offered as (
  select staff_id, sum(offered_minutes) as minutes
  from harbor_health.rosters
  where work_date >= {{from}} and work_date < {{to}}
  group by 1
),
billed as (
  select a.staff_id, sum(i.amount) as revenue
  from harbor_health.invoices i
  join harbor_health.appointments a on a.id = i.appointment_id
  where i.issued_on >= {{from}} and i.issued_on < {{to}}
  group by 1
)
select
  s.name as practitioner,
  c.name as clinic,
  d.name as department,
  seen.kept,
  round(seen.missed_rate, 4) as missed_rate,
  round(seen.used_minutes::numeric / offered.minutes, 4) as slots_used,
  billed.revenue
from harbor_health.staff s
join harbor_health.clinics c on c.id = s.clinic_id
join harbor_health.departments d on d.id = s.department_id
join seen on seen.staff_id = s.id
left join offered on offered.staff_id = s.id
left join billed on billed.staff_id = s.id
where ({{clinic}} = '' or c.name = {{clinic}})
order by billed.revenue desc nulls last`,
  },
  {
    key: "programme-drop-outs",
    name: "Programmes and drop-outs",
    description: "Enrolments that ended in the period, and how many of them ended early.",
    category: "Operations",
    tags: ["programmes"],
    parameters: PERIOD,
    columnUnits: { completed: "count", dropped_out: "count", drop_out_rate: "percent" },
    sql: `select
  p.name as programme,
  count(*) filter (where e.status = 'completed') as completed,
  count(*) filter (where e.status = 'dropped_out') as dropped_out,
  round(avg((e.status = 'dropped_out')::int), 4) as drop_out_rate
from harbor_health.enrolments e
join harbor_health.programmes p on p.id = e.programme_id
where e.ended_on >= {{from}} and e.ended_on < {{to}}
group by p.id
order by drop_out_rate desc`,
  },
];
