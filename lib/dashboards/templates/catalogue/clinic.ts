import { amountSlot, average, by, group, groupSlot, rows, total, whenSlot } from "../parts";
import type { ColumnField, DashboardTemplate, Dimension } from "../template";

/** A day without its time has no hours; its month says when it is busy. */
const hourOf = (field: ColumnField): Dimension =>
  field.type === "timestamp"
    ? { id: "hour", name: "Hour", field, grain: "hour_of_day" }
    : { id: "hour", name: "Month of the year", field, grain: "month_of_year" };

export const clinic: DashboardTemplate = {
  id: "clinic",
  name: "Clinic operations",
  description:
    "Appointments by kind, outcome, weekday and hour: where the days are full and where they are not.",
  category: "Care and quality",
  range: "last_full_month",
  slots: [
    whenSlot("Start", "When the appointment begins", ["starts", "start", "appointment"]),
    groupSlot("status", "Outcome", "Kept, missed or cancelled", ["status", "outcome", "state", "result"]),
    groupSlot("kind", "Kind", "Kind of appointment or place", [
      "type",
      "kind",
      "service",
      "clinic",
      "department",
    ]),
    amountSlot("Minutes", "How long it takes", ["duration", "minutes", "length"]),
  ],
  period: "when",
  filter: "kind",
  queries: [
    {
      id: "all",
      name: "Appointments altogether",
      build: (of) => ({
        measures: [
          rows("Appointments"),
          total("Minutes", of("amount")),
          average("Average minutes", of("amount")),
        ],
      }),
    },
    {
      id: "outcomes",
      name: "Appointments by outcome",
      build: (of) => ({
        dimensions: [group("Outcome", of("status"))],
        measures: [rows("Appointments")],
        sort: by("rows", "descending"),
      }),
    },
    {
      id: "days",
      name: "Appointments by day and outcome",
      build: (of) => ({
        dimensions: [
          { id: "day", name: "Day", field: of("when"), grain: "day" },
          group("Outcome", of("status")),
        ],
        measures: [rows("Appointments")],
        sort: by("day"),
      }),
    },
    {
      id: "hours",
      name: "Appointments by weekday",
      build: (of) => ({
        dimensions: [
          { id: "weekday", name: "Day of the week", field: of("when"), grain: "day_of_week" },
          hourOf(of("when")),
        ],
        measures: [rows("Appointments")],
        sort: by("weekday"),
      }),
    },
    {
      id: "kinds",
      name: "Appointments by kind",
      build: (of) => ({
        dimensions: [group("Kind", of("kind"))],
        measures: [
          rows("Appointments"),
          total("Minutes", of("amount")),
          average("Average minutes", of("amount")),
        ],
        sort: by("rows", "descending"),
      }),
    },
  ],
  widgets: [
    {
      query: "all",
      visual: () => ({
        kind: "metric",
        title: "Appointments",
        value: "Appointments",
        compare: "previous_period",
        direction: "higher",
      }),
      layout: { x: 0, y: 0, w: 4, h: 2 },
    },
    {
      query: "all",
      visual: () => ({
        kind: "metric",
        title: "Minutes booked",
        value: "Minutes",
        compare: "previous_period",
        direction: "higher",
      }),
      layout: { x: 4, y: 0, w: 4, h: 2 },
    },
    {
      query: "all",
      visual: () => ({
        kind: "metric",
        title: "Minutes each",
        value: "Minutes",
        denominator: "Appointments",
        unit: "number",
        decimals: 1,
        compare: "previous_period",
      }),
      layout: { x: 8, y: 0, w: 4, h: 2 },
    },
    {
      query: "days",
      visual: () => ({
        kind: "bar",
        title: "Appointments by day",
        x: "Day",
        y: ["Appointments"],
        series: "Outcome",
        stacking: "stacked",
      }),
      layout: { x: 0, y: 2, w: 8, h: 5 },
    },
    {
      query: "outcomes",
      visual: () => ({ kind: "pie", title: "Outcome", category: "Outcome", value: "Appointments" }),
      layout: { x: 8, y: 2, w: 4, h: 5 },
    },
    {
      query: "hours",
      visual: (of) => ({
        kind: "heatmap",
        title: `${hourOf(of("when")).name} and day of the week (1 is Monday)`,
        x: hourOf(of("when")).name,
        y: "Day of the week",
        value: "Appointments",
      }),
      layout: { x: 0, y: 7, w: 7, h: 5 },
    },
    {
      query: "kinds",
      visual: () => ({ kind: "table", title: "By kind", totals: true }),
      layout: { x: 7, y: 7, w: 5, h: 5 },
    },
  ],
};
