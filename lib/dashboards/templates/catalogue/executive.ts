import { amountSlot, by, group, groupSlot, month, rows, total, whenSlot } from "../parts";
import type { DashboardTemplate } from "../template";

export const executive: DashboardTemplate = {
  id: "executive",
  name: "Executive summary",
  description:
    "One page for those who have one minute: the amount against the year before, its course, and what stands out.",
  category: "Business",
  range: "last_12_full_months",
  slots: [
    whenSlot("Date", "When it was sold, issued or done", ["issued"]),
    amountSlot("Amount", "Revenue, costs or hours"),
    groupSlot("group", "Part of the business", "Clinic, shop, product or kind", [
      "clinic",
      "kind",
      "type",
      "product",
      "region",
      "category",
      "status",
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
        measures: [total("Amount", of("amount")), rows("Entries")],
        sort: by("month"),
      }),
    },
    {
      id: "top",
      name: "Largest five",
      build: (of) => ({
        dimensions: [group("Part", of("group"))],
        measures: [total("Amount", of("amount")), rows("Entries")],
        sort: by("total", "descending"),
        limit: 5,
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
        compare: "previous_year",
        direction: "higher",
      }),
      layout: { x: 0, y: 0, w: 6, h: 2 },
    },
    {
      query: "months",
      visual: () => ({
        kind: "metric",
        title: "Entries",
        value: "Entries",
        sparklineBy: "Month",
        compare: "previous_year",
        direction: "higher",
      }),
      layout: { x: 6, y: 0, w: 6, h: 2 },
    },
    {
      query: "months",
      visual: () => ({ kind: "area", title: "Amount by month", x: "Month", y: ["Amount"] }),
      layout: { x: 0, y: 2, w: 12, h: 5 },
    },
    {
      query: "top",
      visual: () => ({ kind: "bar", title: "The largest five", x: "Part", y: ["Amount"], horizontal: true }),
      layout: { x: 0, y: 7, w: 7, h: 5 },
    },
    {
      query: "top",
      visual: () => ({ kind: "table", title: "In numbers" }),
      layout: { x: 7, y: 7, w: 5, h: 5 },
    },
  ],
};
