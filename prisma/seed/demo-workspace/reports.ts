import {
  clinicsTable,
  documentsTable,
  funnelTable,
  keptMetric,
  noShowMetric,
  openEventsMetric,
  overdueTrainingsTable,
  practitionersTable,
  revenueMetric,
  trainingsOverdueMetric,
} from "./figures";
import type { DemoReport } from "./types";
import { area, bar, line, pie } from "./visuals";

const monthlyClinicOperations: DemoReport = {
  key: "monthly-clinic-operations",
  name: "Monthly clinic operations",
  description: "For clinic managers: how the last full month went, clinic by clinic and person by person.",
  defaultRange: "last_full_month",
  blocks: [
    { kind: "heading", level: 1, text: "The month in numbers" },
    {
      kind: "text",
      markdown:
        "Compared with the period before. **Missed** means that a client neither came nor cancelled; **slots used** is the share of the offered time that was booked and not cancelled.",
    },
    {
      kind: "metrics",
      items: [
        revenueMetric("previous_period"),
        keptMetric("previous_period"),
        noShowMetric("previous_period"),
        trainingsOverdueMetric("previous_period"),
      ],
    },
    {
      kind: "chart",
      queryKey: "daily-appointments",
      visual: area("Appointments a day, average of seven days", {
        x: "day",
        y: ["seven_day_average"],
        unit: "number",
        decimals: 0,
      }),
    },
    { kind: "heading", level: 2, text: "Clinic by clinic" },
    { kind: "table", ...clinicsTable },
    {
      kind: "chart",
      queryKey: "clinics-overview",
      visual: bar("Missed appointments by clinic", { x: "clinic", y: ["missed_rate"], unit: "percent" }),
    },
    { kind: "page_break" },
    { kind: "heading", level: 2, text: "When clients do not come" },
    {
      kind: "chart",
      queryKey: "no-shows-by-hour",
      visual: bar("No-shows by hour", { x: "hour", y: ["no_show_rate"], unit: "percent" }),
    },
    {
      kind: "chart",
      queryKey: "no-shows-by-lead-time",
      visual: bar("No-shows by lead time", {
        x: "booked_before",
        y: ["no_show_rate"],
        unit: "percent",
        horizontal: true,
      }),
    },
    { kind: "heading", level: 2, text: "Person by person" },
    { kind: "table", ...practitionersTable },
    { kind: "page_break" },
    { kind: "heading", level: 2, text: "Quality and training" },
    {
      kind: "metrics",
      items: [openEventsMetric("previous_period"), trainingsOverdueMetric("previous_period")],
    },
    {
      kind: "chart",
      queryKey: "quality-events-by-severity-by-week",
      visual: bar("Quality events by severity", {
        x: "week",
        y: ["events"],
        series: "severity",
        stacking: "stacked",
        unit: "count",
      }),
    },
    { kind: "table", ...overdueTrainingsTable },
    { kind: "table", ...documentsTable },
  ],
};

const executiveBrief: DemoReport = {
  key: "executive-brief",
  name: "Executive brief",
  description: "For the board: the last full month on two pages.",
  defaultRange: "last_full_month",
  blocks: [
    { kind: "heading", level: 1, text: "Executive brief" },
    {
      kind: "text",
      markdown:
        "Figures are compared with the same period a year earlier. Revenue counts in the month of the invoice, less credit notes.",
    },
    {
      kind: "metrics",
      items: [
        revenueMetric("previous_year"),
        keptMetric("previous_year"),
        noShowMetric("previous_year"),
        openEventsMetric("previous_year"),
      ],
    },
    {
      kind: "chart",
      queryKey: "revenue-trend",
      visual: line("Revenue, twelve months", { x: "month", y: ["revenue"], unit: "currency:EUR" }),
    },
    { kind: "table", ...clinicsTable },
    { kind: "page_break" },
    { kind: "heading", level: 2, text: "Clients" },
    {
      kind: "chart",
      queryKey: "no-show-trend",
      visual: line("No-show rate, twelve months", { x: "month", y: ["no_show_rate"], unit: "percent" }),
    },
    {
      kind: "chart",
      queryKey: "bookings-by-channel",
      visual: pie("Bookings by channel", { category: "channel", value: "bookings", unit: "count" }),
    },
    { kind: "heading", level: 2, text: "Marketing" },
    { kind: "table", ...funnelTable },
  ],
};

export const DEMO_REPORTS: DemoReport[] = [monthlyClinicOperations, executiveBrief];
