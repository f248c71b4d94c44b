import { amountSlot, average, by, group, groupSlot, month, rows, total, whenSlot } from "../parts";
import type { DashboardTemplate } from "../template";

export const attribution: DashboardTemplate = {
  id: "attribution",
  name: "Attribution",
  description: "Which channel brings what: amounts and counts by channel, as shares and over time.",
  category: "Marketing",
  range: "last_90_days",
  slots: [
    whenSlot("Date", "When it was booked or bought", ["booked", "first"]),
    groupSlot("channel", "Channel", "Where it came from", [
      "channel",
      "source",
      "medium",
      "campaign",
      "referr",
    ]),
    amountSlot("Amount", "What it brought", ["price"]),
  ],
  period: "when",
  filter: "channel",
  queries: [
    {
      id: "channels",
      name: "Amount by channel",
      build: (of) => ({
        dimensions: [group("Channel", of("channel"))],
        measures: [rows("Entries"), total("Amount", of("amount")), average("Average", of("amount"))],
        sort: by("total", "descending"),
      }),
    },
    {
      id: "months",
      name: "Entries by month and channel",
      build: (of) => ({
        dimensions: [month(of("when")), group("Channel", of("channel"))],
        measures: [rows("Entries"), total("Amount", of("amount"))],
        sort: by("month"),
      }),
    },
  ],
  widgets: [
    {
      query: "channels",
      visual: () => ({
        kind: "metric",
        title: "Entries",
        value: "Entries",
        compare: "previous_period",
        direction: "higher",
      }),
      layout: { x: 0, y: 0, w: 3, h: 2 },
    },
    {
      query: "channels",
      visual: () => ({
        kind: "metric",
        title: "Amount",
        value: "Amount",
        compare: "previous_period",
        direction: "higher",
      }),
      layout: { x: 3, y: 0, w: 3, h: 2 },
    },
    {
      query: "channels",
      visual: () => ({
        kind: "metric",
        title: "Amount per entry",
        value: "Amount",
        denominator: "Entries",
        unit: "number",
        compare: "previous_period",
      }),
      layout: { x: 0, y: 2, w: 3, h: 2 },
    },
    {
      query: "channels",
      visual: () => ({ kind: "metric", title: "Channels", value: "Channel", aggregate: "count" }),
      layout: { x: 3, y: 2, w: 3, h: 2 },
    },
    {
      query: "channels",
      visual: () => ({ kind: "pie", title: "Share of the amount", category: "Channel", value: "Amount" }),
      layout: { x: 6, y: 0, w: 6, h: 4 },
    },
    {
      query: "channels",
      visual: () => ({
        kind: "bar",
        title: "Entries by channel",
        x: "Channel",
        y: ["Entries"],
        horizontal: true,
      }),
      layout: { x: 0, y: 4, w: 6, h: 5 },
    },
    {
      query: "months",
      visual: () => ({
        kind: "bar",
        title: "Mix by month",
        x: "Month",
        y: ["Entries"],
        series: "Channel",
        stacking: "percent",
      }),
      layout: { x: 6, y: 4, w: 6, h: 5 },
    },
    {
      query: "channels",
      visual: () => ({ kind: "table", title: "In numbers", totals: true }),
      layout: { x: 0, y: 9, w: 12, h: 4 },
    },
  ],
};
