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
import type { DemoDashboard } from "./types";
import { area, bar, line, metric, pie, table } from "./visuals";

const executiveSummary: DemoDashboard = {
  key: "executive-summary",
  name: "Executive summary",
  description: "All clinics, the last twelve full months compared with the year before.",
  defaultRange: "last_12_full_months",
  widgets: [
    { key: "revenue", ...revenueMetric("previous_year"), layout: { x: 0, y: 0, w: 3, h: 2 } },
    { key: "kept", ...keptMetric("previous_year"), layout: { x: 3, y: 0, w: 3, h: 2 } },
    { key: "no-shows", ...noShowMetric("previous_year"), layout: { x: 6, y: 0, w: 3, h: 2 } },
    { key: "trainings", ...trainingsOverdueMetric("previous_year"), layout: { x: 9, y: 0, w: 3, h: 2 } },
    {
      key: "revenue-by-month",
      queryKey: "revenue-by-month",
      visual: line("Revenue by month", {
        x: "month",
        y: ["revenue", "a_year_earlier"],
        unit: "currency:EUR",
      }),
      layout: { x: 0, y: 2, w: 8, h: 5 },
    },
    {
      key: "channels",
      queryKey: "bookings-by-channel",
      visual: pie("Bookings by channel", { category: "channel", value: "bookings", unit: "count" }),
      layout: { x: 8, y: 2, w: 4, h: 5 },
    },
    {
      key: "types",
      queryKey: "appointments-by-type-by-month",
      visual: bar("Appointments by type", {
        x: "month",
        y: ["appointments"],
        series: "type",
        stacking: "stacked",
        unit: "count",
      }),
      layout: { x: 0, y: 7, w: 6, h: 5 },
    },
    { key: "clinics", ...clinicsTable, layout: { x: 6, y: 7, w: 6, h: 5 } },
    {
      key: "daily",
      queryKey: "daily-appointments",
      visual: area("Appointments a day, average of seven days", {
        x: "day",
        y: ["seven_day_average"],
        unit: "number",
        decimals: 0,
      }),
      layout: { x: 0, y: 12, w: 12, h: 4 },
    },
  ],
};

const clinicOperations: DemoDashboard = {
  key: "clinic-operations",
  name: "Clinic operations",
  description: "How full the clinics are, who does not come, and when.",
  defaultRange: "last_90_days",
  widgets: [
    { key: "kept", ...keptMetric("previous_period"), layout: { x: 0, y: 0, w: 4, h: 2 } },
    { key: "no-shows", ...noShowMetric("previous_period"), layout: { x: 4, y: 0, w: 4, h: 2 } },
    { key: "revenue", ...revenueMetric("previous_period"), layout: { x: 8, y: 0, w: 4, h: 2 } },
    {
      key: "clinic-trend",
      queryKey: "no-show-rate-by-clinic",
      visual: line("No-show rate by clinic, twelve months", {
        x: "month",
        y: ["no_show_rate"],
        series: "clinic",
        unit: "percent",
      }),
      layout: { x: 0, y: 2, w: 7, h: 5 },
    },
    { key: "clinics", ...clinicsTable, layout: { x: 7, y: 2, w: 5, h: 5 } },
    {
      key: "by-hour",
      queryKey: "no-shows-by-hour",
      visual: bar("No-shows by hour", { x: "hour", y: ["no_show_rate"], unit: "percent" }),
      layout: { x: 0, y: 7, w: 6, h: 5 },
    },
    {
      key: "by-lead-time",
      queryKey: "no-shows-by-lead-time",
      visual: bar("No-shows by lead time", {
        x: "booked_before",
        y: ["no_show_rate"],
        unit: "percent",
        horizontal: true,
      }),
      layout: { x: 6, y: 7, w: 6, h: 5 },
    },
    {
      key: "daily",
      queryKey: "daily-appointments",
      visual: area("Appointments a day, average of seven days", {
        x: "day",
        y: ["seven_day_average"],
        unit: "number",
        decimals: 0,
      }),
      layout: { x: 0, y: 12, w: 7, h: 5 },
    },
    {
      key: "programmes",
      queryKey: "programme-drop-outs",
      visual: table("Programmes and drop-outs", {
        columns: [
          { name: "programme", label: "Programme" },
          { name: "completed", label: "Completed" },
          { name: "dropped_out", label: "Dropped out" },
          { name: "drop_out_rate", label: "Rate" },
        ],
      }),
      layout: { x: 7, y: 12, w: 5, h: 5 },
    },
    { key: "practitioners", ...practitionersTable, layout: { x: 0, y: 17, w: 12, h: 6 } },
  ],
};

const marketingMetric = (title: string, value: string, direction: "higher" | "none", euros = false) => ({
  queryKey: "marketing-summary",
  visual: metric(title, {
    value,
    sparklineBy: "period",
    unit: euros ? "currency:EUR" : "count",
    decimals: 0,
    compare: "previous_year",
    direction,
  }),
});

const marketingFunnel: DemoDashboard = {
  key: "marketing-funnel",
  name: "Marketing funnel",
  description: "From the first impression to the booked first visit, and what it costs.",
  defaultRange: "last_12_full_months",
  widgets: [
    { key: "spend", ...marketingMetric("Spend", "spend", "none", true), layout: { x: 0, y: 0, w: 3, h: 2 } },
    { key: "leads", ...marketingMetric("Leads", "leads", "higher"), layout: { x: 3, y: 0, w: 3, h: 2 } },
    {
      key: "bookings",
      ...marketingMetric("Bookings", "bookings", "higher"),
      layout: { x: 6, y: 0, w: 3, h: 2 },
    },
    {
      key: "cost-per-booking",
      queryKey: "marketing-summary",
      visual: metric("Cost per booking", {
        value: "spend",
        denominator: "bookings",
        sparklineBy: "period",
        unit: "currency:EUR",
        decimals: 2,
        compare: "previous_year",
        direction: "lower",
      }),
      layout: { x: 9, y: 0, w: 3, h: 2 },
    },
    {
      key: "visits",
      queryKey: "visits-by-channel-by-week",
      visual: area("Visits by week", {
        x: "week",
        y: ["visits"],
        series: "channel",
        stacking: "stacked",
        unit: "count",
      }),
      layout: { x: 0, y: 2, w: 8, h: 5 },
    },
    { key: "funnel", ...funnelTable, layout: { x: 8, y: 2, w: 4, h: 5 } },
    {
      key: "spend-by-channel",
      queryKey: "spend-by-channel",
      visual: bar("Spend by channel", { x: "channel", y: ["spend"], unit: "currency:EUR", horizontal: true }),
      layout: { x: 0, y: 7, w: 4, h: 5 },
    },
    {
      key: "cost-by-channel",
      queryKey: "spend-by-channel",
      visual: bar("Cost of one booking", {
        x: "channel",
        y: ["cost_per_booking"],
        unit: "currency:EUR",
        horizontal: true,
      }),
      layout: { x: 4, y: 7, w: 4, h: 5 },
    },
    {
      key: "bookings-by-channel",
      queryKey: "spend-by-channel",
      visual: pie("Bookings won by channel", { category: "channel", value: "bookings", unit: "count" }),
      layout: { x: 8, y: 7, w: 4, h: 5 },
    },
    {
      key: "campaigns",
      queryKey: "campaigns",
      visual: table("Campaigns", {
        columns: [
          { name: "campaign", label: "Campaign" },
          { name: "channel", label: "Channel" },
          { name: "visits", label: "Visits" },
          { name: "leads", label: "Leads" },
          { name: "bookings", label: "Bookings" },
          { name: "booking_rate", label: "Booked of leads" },
          { name: "spend", label: "Spend", decimals: 0 },
          { name: "cost_per_booking", label: "Cost per booking" },
        ],
      }),
      layout: { x: 0, y: 12, w: 12, h: 6 },
    },
  ],
};

const qualityAndTraining: DemoDashboard = {
  key: "quality-and-training",
  name: "Quality and training",
  description: "Events, trainings and documents: what is open, late or due soon.",
  defaultRange: "last_90_days",
  widgets: [
    { key: "trainings", ...trainingsOverdueMetric("previous_period"), layout: { x: 0, y: 0, w: 4, h: 2 } },
    {
      key: "in-time",
      queryKey: "training-completion",
      visual: metric("Trainings completed in time", {
        value: "in_time",
        denominator: "due",
        unit: "percent",
        compare: "previous_period",
        direction: "higher",
        target: 0.8,
      }),
      layout: { x: 4, y: 0, w: 4, h: 2 },
    },
    { key: "open-events", ...openEventsMetric("previous_period"), layout: { x: 8, y: 0, w: 4, h: 2 } },
    {
      key: "events",
      queryKey: "quality-events-by-severity-by-week",
      visual: bar("Quality events by severity", {
        x: "week",
        y: ["events"],
        series: "severity",
        stacking: "stacked",
        unit: "count",
      }),
      layout: { x: 0, y: 2, w: 8, h: 5 },
    },
    {
      key: "kinds",
      queryKey: "quality-events-by-kind",
      visual: table("Events by kind", {
        columns: [
          { name: "kind", label: "Kind" },
          { name: "events", label: "Events" },
          { name: "still_open", label: "Open" },
          { name: "average_days_to_close", label: "Days to close" },
        ],
      }),
      layout: { x: 8, y: 2, w: 4, h: 5 },
    },
    {
      key: "overdue-trend",
      queryKey: "trainings-overdue",
      visual: line("Trainings overdue", { x: "day", y: ["overdue"], unit: "count" }),
      layout: { x: 0, y: 7, w: 6, h: 5 },
    },
    {
      key: "in-time-by-clinic",
      queryKey: "training-completion",
      visual: bar("Trainings in time by clinic", {
        x: "clinic",
        y: ["in_time_rate"],
        unit: "percent",
        horizontal: true,
      }),
      layout: { x: 6, y: 7, w: 6, h: 5 },
    },
    { key: "overdue-list", ...overdueTrainingsTable, layout: { x: 0, y: 12, w: 6, h: 6 } },
    { key: "documents", ...documentsTable, layout: { x: 6, y: 12, w: 6, h: 6 } },
  ],
};

export const DEMO_DASHBOARDS: DemoDashboard[] = [
  executiveSummary,
  clinicOperations,
  marketingFunnel,
  qualityAndTraining,
];
