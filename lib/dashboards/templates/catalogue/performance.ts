import { amountSlot, average, by, group, groupSlot, month, rows, total, whenSlot } from "../parts";
import type { DashboardTemplate } from "../template";

export const performance: DashboardTemplate = {
  id: "performance",
  name: "Performance",
  description: "How much, how often and where from: one amount over time and by part of the business.",
  category: "Business",
  range: "last_12_full_months",
  slots: [
    whenSlot("Date", "When it was sold, issued or done"),
    amountSlot("Amount", "Revenue, costs or hours: what is added up"),
    groupSlot("group", "Part of the business", "Clinic, shop, product or team", [
      "clinic",
      "shop",
      "branch",
      "product",
      "region",
      "kind",
      "type",
      "category",
    ]),
  ],
  period: "when",
  filter: "group",
  queries: [
    {
      id: "months",
      name: "Amount by month",
      build: (of) => ({
        dimensions: [month(of("when"))],
        measures: [total("Amount", of("amount")), rows("Entries"), average("Average amount", of("amount"))],
        sort: by("month"),
      }),
    },
    {
      id: "parts",
      name: "Amount by part",
      build: (of) => ({
        dimensions: [group("Part", of("group"))],
        measures: [total("Amount", of("amount")), rows("Entries"), average("Average amount", of("amount"))],
        sort: by("total", "descending"),
      }),
    },
    {
      id: "course",
      name: "Amount by month and part",
      build: (of) => ({
        dimensions: [month(of("when")), group("Part", of("group"))],
        measures: [total("Amount", of("amount"))],
        sort: by("month"),
      }),
    },
  ],
  widgets: [
    {
      query: "months",
      visual: () => ({
        kind: "metric",
        title: "Amount",
        value: "Amount",
        sparklineBy: "Month",
        compare: "previous_period",
        direction: "higher",
      }),
      layout: { x: 0, y: 0, w: 4, h: 2 },
    },
    {
      query: "months",
      visual: () => ({
        kind: "metric",
        title: "Entries",
        value: "Entries",
        sparklineBy: "Month",
        compare: "previous_period",
        direction: "higher",
      }),
      layout: { x: 4, y: 0, w: 4, h: 2 },
    },
    {
      query: "months",
      visual: () => ({
        kind: "metric",
        title: "Amount per entry",
        value: "Amount",
        denominator: "Entries",
        unit: "number",
        sparklineBy: "Month",
        compare: "previous_period",
        direction: "higher",
      }),
      layout: { x: 8, y: 0, w: 4, h: 2 },
    },
    {
      query: "months",
      visual: () => ({ kind: "line", title: "Amount by month", x: "Month", y: ["Amount"] }),
      layout: { x: 0, y: 2, w: 7, h: 5 },
    },
    {
      query: "parts",
      visual: () => ({ kind: "bar", title: "Amount by part", x: "Part", y: ["Amount"], horizontal: true }),
      layout: { x: 7, y: 2, w: 5, h: 5 },
    },
    {
      query: "course",
      visual: () => ({
        kind: "area",
        title: "Where it comes from",
        x: "Month",
        y: ["Amount"],
        series: "Part",
        stacking: "stacked",
      }),
      layout: { x: 0, y: 7, w: 7, h: 5 },
    },
    {
      query: "parts",
      visual: () => ({ kind: "table", title: "In numbers", totals: true }),
      layout: { x: 7, y: 7, w: 5, h: 5 },
    },
  ],
};
