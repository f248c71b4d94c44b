import { by, filled, group, groupSlot, markSlot, month, rows, share, whenSlot } from "../parts";
import type { DashboardTemplate } from "../template";

export const quality: DashboardTemplate = {
  id: "quality",
  name: "Quality and compliance",
  description: "What was reported, how much of it is closed, and where it gathers.",
  category: "Care and quality",
  range: "last_12_full_months",
  slots: [
    whenSlot("Reported", "When it was reported or due", ["reported", "occurred", "due", "valid"]),
    markSlot("closed", "Closed", "Filled in for what is done, e.g. the date of it", [
      "closed",
      "resolved",
      "completed",
      "done",
      "acknowledged",
      "signed",
    ]),
    groupSlot("group", "Kind", "Severity, kind or place", [
      "severity",
      "kind",
      "category",
      "type",
      "status",
      "clinic",
    ]),
  ],
  period: "when",
  filter: "group",
  queries: [
    {
      id: "all",
      name: "Closed altogether",
      build: (of) => {
        const { calculated, measure } = filled("closed", "Closed", of("closed"));
        return { calculated: [calculated], measures: [rows("Reported"), measure] };
      },
    },
    {
      id: "months",
      name: "Closed by month",
      build: (of) => {
        const { calculated, measure } = filled("closed", "Closed", of("closed"));
        return {
          calculated: [calculated],
          dimensions: [month(of("when"))],
          measures: [rows("Reported"), measure, share("share", "Share closed", "closed", "rows")],
          sort: by("month"),
        };
      },
    },
    {
      id: "groups",
      name: "Closed by kind",
      build: (of) => {
        const { calculated, measure } = filled("closed", "Closed", of("closed"));
        return {
          calculated: [calculated],
          dimensions: [group("Kind", of("group"))],
          measures: [rows("Reported"), measure, share("share", "Share closed", "closed", "rows")],
          sort: by("rows", "descending"),
        };
      },
    },
    {
      id: "course",
      name: "Reported by month and kind",
      build: (of) => ({
        dimensions: [month(of("when")), group("Kind", of("group"))],
        measures: [rows("Reported")],
        sort: by("month"),
      }),
    },
  ],
  widgets: [
    {
      query: "all",
      visual: () => ({
        kind: "metric",
        title: "Reported",
        value: "Reported",
        compare: "previous_period",
        direction: "lower",
      }),
      layout: { x: 0, y: 0, w: 3, h: 2 },
    },
    {
      query: "all",
      visual: () => ({
        kind: "metric",
        title: "Closed",
        value: "Closed",
        compare: "previous_period",
        direction: "higher",
      }),
      layout: { x: 0, y: 2, w: 3, h: 2 },
    },
    {
      query: "all",
      visual: () => ({
        kind: "gauge",
        title: "Share closed",
        value: "Closed",
        denominator: "Reported",
        unit: "percent",
        min: 0,
        max: 1,
        target: 0.95,
      }),
      layout: { x: 3, y: 0, w: 4, h: 4 },
    },
    {
      query: "groups",
      visual: () => ({
        kind: "bar",
        title: "Reported by kind",
        x: "Kind",
        y: ["Reported"],
        horizontal: true,
      }),
      layout: { x: 7, y: 0, w: 5, h: 4 },
    },
    {
      query: "months",
      visual: () => ({
        kind: "line",
        title: "Share closed by month",
        x: "Month",
        y: ["Share closed"],
        unit: "percent",
      }),
      layout: { x: 0, y: 4, w: 6, h: 5 },
    },
    {
      query: "course",
      visual: () => ({
        kind: "bar",
        title: "Reported by month",
        x: "Month",
        y: ["Reported"],
        series: "Kind",
        stacking: "stacked",
      }),
      layout: { x: 6, y: 4, w: 6, h: 5 },
    },
    {
      query: "groups",
      visual: () => ({ kind: "table", title: "In numbers", totals: false }),
      layout: { x: 0, y: 9, w: 12, h: 4 },
    },
  ],
};
