import { filled, by, group, groupSlot, markSlot, month, rows, whenSlot } from "../parts";
import type { DashboardTemplate, Slots } from "../template";

const STAGES = [1, 2, 3, 4] as const;
const WORDS: Record<(typeof STAGES)[number], readonly string[]> = {
  1: ["booked", "created", "opened", "registered", "started"],
  2: ["confirmed", "contacted", "qualified", "starts", "reminder"],
  3: ["offered", "visited", "issued", "shipped", "duration"],
  4: ["paid", "won", "completed", "closed", "finished", "price"],
};

/** How many rows reached each stage: a stage is reached when its column is filled. */
function stages(of: Slots) {
  return STAGES.map((stage) => filled(`stage_${stage}`, `Stage ${stage}`, of(`stage_${stage}`)));
}

export const funnel: DashboardTemplate = {
  id: "funnel",
  name: "Funnel in four stages",
  description: "How many get from the first stage to the last, where they are lost, and whether it changes.",
  category: "Marketing",
  range: "last_90_days",
  slots: [
    whenSlot("Date", "When the first stage began", ["booked", "created"]),
    ...STAGES.map((stage) =>
      markSlot(
        `stage_${stage}`,
        `Stage ${stage}`,
        "Filled in for those who got there, e.g. the date of it",
        WORDS[stage],
      ),
    ),
    groupSlot("group", "Group", "Channel, place or kind", ["channel", "type", "kind", "source", "status"]),
  ],
  period: "when",
  filter: "group",
  queries: [
    {
      id: "stages",
      name: "Stages",
      build: (of) => ({
        calculated: stages(of).map(({ calculated }) => calculated),
        measures: stages(of).map(({ measure }) => measure),
      }),
    },
    {
      id: "months",
      name: "Stages by month",
      build: (of) => ({
        calculated: stages(of).map(({ calculated }) => calculated),
        dimensions: [month(of("when"))],
        measures: stages(of).map(({ measure }) => measure),
        sort: by("month"),
      }),
    },
    {
      id: "groups",
      name: "Stages by group",
      build: (of) => ({
        calculated: stages(of).map(({ calculated }) => calculated),
        dimensions: [group("Group", of("group"))],
        measures: [...stages(of).map(({ measure }) => measure), rows("Rows")],
        sort: by("rows", "descending"),
      }),
    },
  ],
  widgets: [
    {
      query: "stages",
      visual: (of) => ({
        kind: "funnel",
        title: `From ${of("stage_1").column} to ${of("stage_4").column}`,
        values: STAGES.map((stage) => `Stage ${stage}`),
      }),
      layout: { x: 0, y: 0, w: 7, h: 6 },
    },
    {
      query: "stages",
      visual: () => ({
        kind: "metric",
        title: "First stage",
        value: "Stage 1",
        compare: "previous_period",
        direction: "higher",
      }),
      layout: { x: 7, y: 0, w: 5, h: 2 },
    },
    {
      query: "stages",
      visual: () => ({
        kind: "metric",
        title: "Last stage",
        value: "Stage 4",
        compare: "previous_period",
        direction: "higher",
      }),
      layout: { x: 7, y: 2, w: 5, h: 2 },
    },
    {
      query: "stages",
      visual: () => ({
        kind: "metric",
        title: "From first to last",
        value: "Stage 4",
        denominator: "Stage 1",
        unit: "percent",
        compare: "previous_period",
        direction: "higher",
      }),
      layout: { x: 7, y: 4, w: 5, h: 2 },
    },
    {
      query: "months",
      visual: () => ({
        kind: "line",
        title: "Stages by month",
        x: "Month",
        y: STAGES.map((stage) => `Stage ${stage}`),
      }),
      layout: { x: 0, y: 6, w: 7, h: 5 },
    },
    {
      query: "groups",
      visual: () => ({ kind: "table", title: "By group", totals: true }),
      layout: { x: 7, y: 6, w: 5, h: 5 },
    },
  ],
};
