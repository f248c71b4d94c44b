import type { DemoQuery } from "../types";
import { bucketOf, OF_CLINIC, PERIOD, PERIOD_AND_CLINIC } from "./pieces";

export const FINANCE_QUERIES: DemoQuery[] = [
  {
    key: "revenue-summary",
    name: "Revenue summary",
    description: "Invoiced less credited, by day, week or month, depending on the length of the period.",
    category: "Finance",
    tags: ["revenue"],
    parameters: PERIOD_AND_CLINIC,
    columnUnits: { revenue: "currency:EUR", invoices: "count" },
    sql: `select
  ${bucketOf("i.issued_on::timestamp")} as period,
  sum(i.amount) as revenue,
  count(*) filter (where i.kind = 'invoice') as invoices
from harbor_health.invoices i
join harbor_health.clinics c on c.id = i.clinic_id
where i.issued_on >= {{from}} and i.issued_on < {{to}}
  and ${OF_CLINIC}
group by 1
order by 1`,
  },
  {
    key: "revenue-by-month",
    name: "Revenue by month",
    description: "Revenue of each month beside that of the same days a year earlier.",
    category: "Finance",
    tags: ["revenue", "trend"],
    parameters: PERIOD_AND_CLINIC,
    columnUnits: { revenue: "currency:EUR", a_year_earlier: "currency:EUR" },
    sql: `select
  date_trunc('month', case when now.is_now then i.issued_on else i.issued_on + interval '1 year' end)::date as month,
  sum(i.amount) filter (where now.is_now) as revenue,
  sum(i.amount) filter (where not now.is_now) as a_year_earlier
from harbor_health.invoices i
join harbor_health.clinics c on c.id = i.clinic_id
cross join (values (true), (false)) as now (is_now)
where case
    when now.is_now then i.issued_on >= {{from}} and i.issued_on < {{to}}
    else i.issued_on >= {{from}} - interval '1 year' and i.issued_on < {{to}} - interval '1 year'
  end
  and ${OF_CLINIC}
group by 1
order by 1`,
  },
  {
    key: "revenue-trend",
    name: "Revenue, twelve months",
    description: "Revenue by month up to the end of the period, and never fewer than twelve months.",
    category: "Finance",
    tags: ["revenue", "trend"],
    parameters: PERIOD,
    columnUnits: { revenue: "currency:EUR" },
    sql: `select
  date_trunc('month', i.issued_on::timestamp)::date as month,
  sum(i.amount) as revenue
from harbor_health.invoices i
where i.issued_on >= least({{from}}, date_trunc('month', {{to}} - interval '12 months')::date) and i.issued_on < {{to}}
group by 1
order by 1`,
  },
  {
    key: "revenue-by-month-and-clinic",
    name: "Revenue by month and clinic",
    description: "Revenue of each clinic in each month.",
    category: "Finance",
    tags: ["revenue", "clinics"],
    parameters: PERIOD,
    columnUnits: { revenue: "currency:EUR" },
    sql: `select
  date_trunc('month', i.issued_on::timestamp)::date as month,
  c.name as clinic,
  sum(i.amount) as revenue
from harbor_health.invoices i
join harbor_health.clinics c on c.id = i.clinic_id
where i.issued_on >= {{from}} and i.issued_on < {{to}}
group by 1, c.id
order by 1, c.id`,
  },
  {
    key: "unpaid-invoices-by-age",
    name: "Unpaid invoices by age",
    description: "What was still open at the end of the period, by the days since it fell due.",
    category: "Finance",
    tags: ["revenue", "receivables"],
    parameters: PERIOD,
    columnUnits: { open_amount: "currency:EUR", invoices: "count", issued_in_period: "currency:EUR" },
    sql: `select
  case
    when {{to}} - i.due_on <= 0 then 'Not yet due'
    when {{to}} - i.due_on <= 30 then '1 to 30 days'
    when {{to}} - i.due_on <= 90 then '31 to 90 days'
    else 'Over 90 days'
  end as overdue_since,
  count(*) as invoices,
  sum(i.amount) as open_amount,
  coalesce(sum(i.amount) filter (where i.issued_on >= {{from}}), 0) as issued_in_period
from harbor_health.invoices i
where i.issued_on < {{to}} and (i.paid_on is null or i.paid_on >= {{to}})
group by 1
order by min({{to}} - i.due_on)`,
  },
];
