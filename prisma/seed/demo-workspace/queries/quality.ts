import type { DemoQuery } from "../types";
import { PERIOD } from "./pieces";

/** The end of the period and every seventh day before it, at most a year of them. */
const WEEKLY_SNAPSHOTS = `select {{to}} - 7 * step as as_of
  from generate_series(0, least(51, greatest(0, ({{to}} - {{from}} - 1) / 7))) as step`;

export const QUALITY_QUERIES: DemoQuery[] = [
  {
    key: "trainings-overdue",
    name: "Trainings overdue",
    description: "Trainings past their due date and not completed, week by week up to the end of the period.",
    category: "Training",
    tags: ["compliance", "trend"],
    parameters: PERIOD,
    columnUnits: { overdue: "count", open: "count" },
    sql: `with snapshots as (
  ${WEEKLY_SNAPSHOTS}
)
select
  s.as_of - 1 as day,
  count(a.id) filter (where a.due_on < s.as_of) as overdue,
  count(a.id) as open
from snapshots s
left join harbor_health.training_assignments a
  on a.assigned_on < s.as_of and (a.completed_on is null or a.completed_on >= s.as_of)
group by s.as_of
order by s.as_of`,
  },
  {
    key: "trainings-overdue-list",
    name: "Overdue trainings by person",
    description: "Who has which training still to do at the end of the period.",
    category: "Training",
    tags: ["compliance"],
    parameters: PERIOD,
    columnUnits: { days_overdue: "days" },
    sql: `select
  p.name as person,
  coalesce(c.name, 'Head office') as clinic,
  t.name as training,
  a.due_on,
  {{to}} - a.due_on as days_overdue,
  case when a.due_on >= {{from}} then 'In this period' else 'Before' end as fell_due
from harbor_health.training_assignments a
join harbor_health.staff p on p.id = a.staff_id
join harbor_health.trainings t on t.id = a.training_id
left join harbor_health.clinics c on c.id = p.clinic_id
where a.due_on < {{to}} and (a.completed_on is null or a.completed_on >= {{to}})
order by a.due_on, p.name`,
  },
  {
    key: "training-completion",
    name: "Trainings completed in time",
    description: "Of the trainings due in the period, the share completed by their due date, by clinic.",
    category: "Training",
    tags: ["compliance", "clinics"],
    parameters: PERIOD,
    columnUnits: { due: "count", in_time: "count", in_time_rate: "percent" },
    sql: `select
  coalesce(c.name, 'Head office') as clinic,
  count(*) as due,
  count(*) filter (where a.completed_on <= a.due_on) as in_time,
  round(avg((a.completed_on is not null and a.completed_on <= a.due_on)::int), 4) as in_time_rate
from harbor_health.training_assignments a
join harbor_health.staff p on p.id = a.staff_id
left join harbor_health.clinics c on c.id = p.clinic_id
where a.due_on >= {{from}} and a.due_on < {{to}}
group by c.id
order by c.id nulls last`,
  },
  {
    key: "documents-due",
    name: "Documents due for review",
    description: "Documents whose review is late, or due within 30 days after the period.",
    category: "Documents",
    tags: ["compliance"],
    parameters: PERIOD,
    columnUnits: {},
    sql: `select
  d.title as document,
  dep.name as department,
  p.name as owner,
  d.state,
  d.review_due_on,
  case
    when d.review_due_on >= {{to}} then 'Due soon'
    when d.review_due_on >= {{from}} then 'Late since this period'
    else 'Late since before'
  end as status
from harbor_health.documents d
join harbor_health.departments dep on dep.id = d.department_id
join harbor_health.staff p on p.id = d.owner_id
where d.state <> 'retired' and d.review_due_on < {{to}} + 30
order by d.review_due_on, d.title`,
  },
  {
    key: "quality-events-by-severity-by-week",
    name: "Quality events by severity by week",
    description: "Complaints, near misses and incidents reported in each week, Monday to Sunday.",
    category: "Quality",
    tags: ["safety", "trend"],
    parameters: PERIOD,
    columnUnits: { events: "count" },
    sql: `select
  date_trunc('week', q.opened_on::timestamp)::date as week,
  initcap(q.severity) as severity,
  count(*) as events
from harbor_health.quality_events q
where q.opened_on >= {{from}} and q.opened_on < {{to}}
group by 1, q.severity
order by 1, array_position(array['low', 'medium', 'high', 'critical'], q.severity)`,
  },
  {
    key: "quality-events-open",
    name: "Open quality events",
    description: "Events not yet closed, week by week up to the end of the period.",
    category: "Quality",
    tags: ["safety", "trend"],
    parameters: PERIOD,
    columnUnits: { open: "count", high_or_critical: "count" },
    sql: `with snapshots as (
  ${WEEKLY_SNAPSHOTS}
)
select
  s.as_of - 1 as day,
  count(q.id) as open,
  count(q.id) filter (where q.severity in ('high', 'critical')) as high_or_critical
from snapshots s
left join harbor_health.quality_events q
  on q.opened_on < s.as_of and (q.closed_on is null or q.closed_on >= s.as_of)
group by s.as_of
order by s.as_of`,
  },
  {
    key: "quality-events-by-kind",
    name: "Quality events by kind",
    description: "Events reported in the period, and the days it took to close those that are closed.",
    category: "Quality",
    tags: ["safety"],
    parameters: PERIOD,
    columnUnits: { events: "count", still_open: "count", average_days_to_close: "days" },
    sql: `select
  q.kind,
  count(*) as events,
  count(*) filter (where q.closed_on is null or q.closed_on >= {{to}}) as still_open,
  round(avg(q.closed_on - q.opened_on) filter (where q.closed_on < {{to}}), 1) as average_days_to_close
from harbor_health.quality_events q
where q.opened_on >= {{from}} and q.opened_on < {{to}}
group by 1
order by 2 desc`,
  },
];
