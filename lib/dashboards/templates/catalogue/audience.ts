import { by, group, groupSlot, markSlot, month, people, rows, whenSlot } from "../parts";
import type { DashboardTemplate } from "../template";

export const audience: DashboardTemplate = {
  id: "audience",
  name: "Audience",
  description: "Who comes, when, and how often: people and visits by group, weekday and month.",
  category: "People",
  range: "last_90_days",
  slots: [
    whenSlot("Date", "When they came", ["starts", "visit"]),
    markSlot("person", "Person", "Number or name by which people are told apart", [
      "client",
      "customer",
      "patient",
      "person",
      "user",
      "member",
    ]),
    groupSlot("group", "Group", "Kind of visit, age group or place", [
      "type",
      "kind",
      "group",
      "segment",
      "channel",
      "city",
    ]),
  ],
  period: "when",
  filter: "group",
  queries: [
    {
      id: "months",
      name: "People by month",
      build: (of) => ({
        dimensions: [month(of("when"))],
        measures: [people("People", of("person")), rows("Visits")],
        sort: by("month"),
      }),
    },
    {
      id: "all",
      name: "People altogether",
      build: (of) => ({ measures: [people("People", of("person")), rows("Visits")] }),
    },
    {
      id: "groups",
      name: "People by group",
      build: (of) => ({
        dimensions: [group("Group", of("group"))],
        measures: [people("People", of("person")), rows("Visits")],
        sort: by("people", "descending"),
      }),
    },
    {
      id: "weekdays",
      name: "Visits by day of the week",
      build: (of) => ({
        dimensions: [{ id: "weekday", name: "Day of the week", field: of("when"), grain: "day_of_week" }],
        measures: [rows("Visits")],
        sort: by("weekday"),
      }),
    },
  ],
  widgets: [
    {
      query: "all",
      visual: () => ({
        kind: "metric",
        title: "People",
        value: "People",
        compare: "previous_period",
        direction: "higher",
      }),
      layout: { x: 0, y: 0, w: 4, h: 2 },
    },
    {
      query: "all",
      visual: () => ({
        kind: "metric",
        title: "Visits",
        value: "Visits",
        compare: "previous_period",
        direction: "higher",
      }),
      layout: { x: 4, y: 0, w: 4, h: 2 },
    },
    {
      query: "all",
      visual: () => ({
        kind: "metric",
        title: "Visits per person",
        value: "Visits",
        denominator: "People",
        unit: "number",
        decimals: 1,
        compare: "previous_period",
      }),
      layout: { x: 8, y: 0, w: 4, h: 2 },
    },
    {
      query: "months",
      visual: () => ({
        kind: "line",
        title: "People and visits by month",
        x: "Month",
        y: ["People", "Visits"],
      }),
      layout: { x: 0, y: 2, w: 7, h: 5 },
    },
    {
      query: "groups",
      visual: () => ({ kind: "pie", title: "Who they are", category: "Group", value: "People" }),
      layout: { x: 7, y: 2, w: 5, h: 5 },
    },
    {
      query: "weekdays",
      visual: () => ({
        kind: "bar",
        title: "Visits by day of the week (1 is Monday)",
        x: "Day of the week",
        y: ["Visits"],
      }),
      layout: { x: 0, y: 7, w: 5, h: 5 },
    },
    {
      query: "groups",
      visual: () => ({ kind: "table", title: "By group", totals: false }),
      layout: { x: 5, y: 7, w: 7, h: 5 },
    },
  ],
};
