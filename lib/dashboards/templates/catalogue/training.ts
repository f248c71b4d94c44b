import { by, filled, group, groupSlot, markSlot, month, people, rows, share, whenSlot } from "../parts";
import type { DashboardTemplate, Slots } from "../template";

function counted(of: Slots) {
  const { calculated, measure } = filled("done", "Completed", of("done"));
  return {
    calculated: [calculated],
    measures: [rows("Assigned"), measure, share("share", "Share completed", "done", "rows")],
  };
}

export const training: DashboardTemplate = {
  id: "training",
  name: "Training",
  description: "Who has to learn what, how much of it is done, and which courses lag behind.",
  category: "People",
  range: "last_12_full_months",
  slots: [
    whenSlot("Due", "When it is due or was assigned", ["due", "assigned", "valid"]),
    markSlot("done", "Completed", "Filled in once it is done, e.g. the date of it", [
      "completed",
      "done",
      "passed",
      "finished",
    ]),
    markSlot("person", "Person", "Number or name by which people are told apart", [
      "staff",
      "employee",
      "person",
      "user",
      "member",
    ]),
    groupSlot("course", "Course", "Name or kind of the training", [
      "course",
      "training",
      "title",
      "name",
      "topic",
      "status",
      "kind",
    ]),
  ],
  period: "when",
  filter: "course",
  queries: [
    {
      id: "all",
      name: "Completed altogether",
      build: (of) => {
        const { calculated, measures } = counted(of);
        return { calculated, measures: [...measures, people("People", of("person"))] };
      },
    },
    {
      id: "months",
      name: "Completed by month",
      build: (of) => ({ ...counted(of), dimensions: [month(of("when"))], sort: by("month") }),
    },
    {
      id: "courses",
      name: "Completed by course",
      build: (of) => ({
        ...counted(of),
        dimensions: [group("Course", of("course"))],
        sort: by("share"),
      }),
    },
  ],
  widgets: [
    {
      query: "all",
      visual: () => ({ kind: "metric", title: "Assigned", value: "Assigned", compare: "previous_period" }),
      layout: { x: 0, y: 0, w: 4, h: 2 },
    },
    {
      query: "all",
      visual: () => ({
        kind: "metric",
        title: "Completed",
        value: "Completed",
        denominator: "Assigned",
        unit: "percent",
        compare: "previous_period",
        direction: "higher",
        target: 0.9,
      }),
      layout: { x: 4, y: 0, w: 4, h: 2 },
    },
    {
      query: "all",
      visual: () => ({ kind: "metric", title: "People", value: "People", compare: "previous_period" }),
      layout: { x: 8, y: 0, w: 4, h: 2 },
    },
    {
      query: "months",
      visual: () => ({
        kind: "combo",
        title: "Assigned and completed",
        x: "Month",
        y: ["Assigned", "Completed"],
        lines: ["Share completed"],
      }),
      layout: { x: 0, y: 2, w: 7, h: 5 },
    },
    {
      query: "courses",
      visual: () => ({
        kind: "bar",
        title: "Share completed by course, the lowest first",
        x: "Course",
        y: ["Share completed"],
        horizontal: true,
        unit: "percent",
      }),
      layout: { x: 7, y: 2, w: 5, h: 5 },
    },
    {
      query: "courses",
      visual: () => ({ kind: "table", title: "Courses", totals: false }),
      layout: { x: 0, y: 7, w: 12, h: 5 },
    },
  ],
};
