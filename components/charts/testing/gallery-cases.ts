/** Every kind of chart in every awkward state, from the same rows: what the reference pictures show. */
import { isChart } from "@/lib/charts/kinds";
import type { ChartKind } from "@/lib/charts/chart-spec";
import { prepare } from "@/lib/charts/prepare";
import { VisualSpec } from "@/lib/charts/spec";
import type { Cell, ChartModel, PreparedModel, ResultColumn, ResultSet } from "@/lib/charts/types";

export const GALLERY_STATES = [
  "normal",
  "empty",
  "one point",
  "all null",
  "negative",
  "huge",
  "long labels",
  "right to left",
  "30 series",
] as const;
export type GalleryState = (typeof GALLERY_STATES)[number];

const SHORT = ["North Quay", "Old Town", "Riverside", "Lighthouse", "Docklands", "Garden St"];
const LONG = [
  "Department of Orthopaedics and Traumatology",
  "Internal Medicine and Gastroenterology",
  "Paediatric Cardiology and Congenital Heart Disease",
  "Ear, Nose and Throat",
];
const RIGHT_TO_LEFT = ["תל אביב", "ירושלים", "القاهرة", "عمّان"];

const times = (count: number) => Array.from({ length: count }, (_, index) => index);

function namesOf(state: GalleryState): string[] {
  switch (state) {
    case "empty":
      return [];
    case "one point":
      return SHORT.slice(0, 1);
    case "long labels":
      return LONG;
    case "right to left":
      return RIGHT_TO_LEFT;
    default:
      return SHORT;
  }
}

function valueOf(state: GalleryState, place: number, series: number): number | null {
  const value = 900 - place * 110 + ((place * 7 + series * 13) % 11) * 25 - series * 12;
  switch (state) {
    case "all null":
      return null;
    case "negative":
      return place % 2 === 1 ? -value / 2 : value;
    case "huge":
      return value * 1.7e13;
    default:
      return value;
  }
}

const dimension = (name: string): ResultColumn => ({ name, type: "text", role: "dimension" });
const measureColumn = (name: string): ResultColumn => ({
  name,
  type: "number",
  role: "measure",
  unit: "count",
});

/** Wide rows: a place, and a measure for each series. */
function wide(state: GalleryState, series: number) {
  const measures = times(series).map((index) => `series_${index + 1}`);
  return {
    measures,
    columns: [dimension("clinic"), ...measures.map(measureColumn)],
    rows: namesOf(state).map((name, place): Cell[] => [
      name,
      ...measures.map((_, index) => valueOf(state, place, index)),
    ]),
  };
}

/** Long rows: a place, a second category, one value. */
function long(state: GalleryState, count: number) {
  const groups = times(count).map((index) => `Group ${index + 1}`);
  return {
    columns: [dimension("clinic"), dimension("group"), measureColumn("visits"), measureColumn("wait")],
    rows: namesOf(state).flatMap((name, place) =>
      groups.map((group, index): Cell[] => [
        name,
        group,
        valueOf(state, place, index),
        valueOf(state, index, place),
      ]),
    ),
  };
}

type Drawn = { columns: ResultColumn[]; rows: Cell[][]; spec: Record<string, unknown> };

const cartesian =
  (kind: "line" | "bar" | "area", more: Record<string, unknown> = {}) =>
  (state: GalleryState): Drawn => {
    const { columns, rows, measures } = wide(state, state === "30 series" ? 30 : 2);
    return { columns, rows, spec: { kind, x: "clinic", y: measures, ...more } };
  };

/** Kinds without series of their own have thirty parts instead. */
const parts = (state: GalleryState) => {
  const { columns } = wide(state, 1);
  const names = state === "30 series" ? times(30).map((index) => `Part ${index + 1}`) : namesOf(state);
  return { columns, rows: names.map((name, place): Cell[] => [name, valueOf(state, place, 0)]) };
};

const GALLERY = {
  line: cartesian("line"),
  bar: cartesian("bar"),
  area: cartesian("area", { stacking: "stacked" }),
  combo: (state) => {
    const { columns, rows, measures } = wide(state, state === "30 series" ? 30 : 3);
    return {
      columns,
      rows,
      spec: {
        kind: "combo",
        x: "clinic",
        y: measures.slice(0, -1),
        lines: measures.slice(-1),
        stacking: "stacked",
      },
    };
  },
  pie: (state) => ({ ...parts(state), spec: { kind: "pie", category: "clinic", value: "series_1" } }),
  scatter: (state) => ({
    ...long(state, state === "30 series" ? 30 : state === "one point" ? 1 : 4),
    spec: {
      kind: "scatter",
      x: "wait",
      y: "visits",
      label: "clinic",
      color: state === "30 series" ? "group" : "clinic",
    },
  }),
  funnel: (state) => ({
    ...parts(state),
    spec: { kind: "funnel", category: "clinic", values: ["series_1"] },
  }),
  heatmap: (state) => ({
    ...long(state, state === "30 series" ? 30 : state === "one point" ? 1 : 5),
    spec: { kind: "heatmap", x: "group", y: "clinic", value: "visits" },
  }),
  gauge: (state) => ({
    ...parts(state === "one point" ? "normal" : state),
    spec: {
      kind: "gauge",
      value: "series_1",
      target: 3000,
      ...(state === "one point" ? { aggregate: "first" } : {}),
    },
  }),
} as const satisfies Record<ChartKind, (state: GalleryState) => Drawn>;

const OPTIONS = { locale: "en-GB", zone: "Europe/Berlin" };

function resultOf({ columns, rows }: Pick<Drawn, "columns" | "rows">): ResultSet {
  const asOf = "2026-11-20T05:00:00Z";
  return { columns, rows, asOf, truncated: false, durationMs: 1, fromCache: false };
}

export function galleryModel(kind: ChartKind, state: GalleryState): ChartModel {
  const { spec, ...read } = GALLERY[kind](state);
  const model = prepare(resultOf(read), VisualSpec.parse({ title: "Figure", ...spec }), OPTIONS);
  if (!isChart(model)) throw new Error(`${model.kind} is no chart.`);
  return model;
}

/** A tenth less of everything a period earlier. */
function earlier(rows: Cell[][]): Cell[][] {
  return rows.map((row) => row.map((cell) => (typeof cell === "number" ? cell * 0.9 : cell)));
}

const FIGURES = {
  metric: (state) => ({
    ...parts(state),
    spec: {
      kind: "metric",
      value: "series_1",
      sparklineBy: "clinic",
      direction: "higher",
      target: state === "huge" ? 1e17 : 3000,
    },
  }),
  table: (state) => {
    const { columns, rows } = wide(state, state === "30 series" ? 30 : 3);
    return { columns, rows, spec: { kind: "table", totals: true } };
  },
  pivot: (state) => ({
    ...long(state, state === "30 series" ? 30 : state === "one point" ? 1 : 3),
    spec: {
      kind: "pivot",
      rows: ["clinic"],
      columns: ["group"],
      measures: [{ value: "visits", aggregate: "sum" }],
      totals: true,
    },
  }),
} as const satisfies Record<string, (state: GalleryState) => Drawn>;

/** Figures that are no charts, drawn in a card. */
export const FIGURE_KINDS = Object.keys(FIGURES) as (keyof typeof FIGURES)[];

export function galleryFigure(kind: keyof typeof FIGURES, state: GalleryState): PreparedModel {
  const { spec, ...read } = FIGURES[kind](state);
  const result = resultOf(read);
  const title = state === "long labels" ? LONG.join(", ") : state === "right to left" ? "القاهرة" : "Figure";
  return prepare(result, VisualSpec.parse({ title, ...spec }), {
    ...OPTIONS,
    previous: { ...result, rows: earlier(result.rows) },
    comparisonLabel: "vs previous month",
  });
}

/** A number has no series. */
export const statesOf = (kind: keyof typeof FIGURES): readonly GalleryState[] =>
  kind === "metric" ? GALLERY_STATES.filter((state) => state !== "30 series") : GALLERY_STATES;

/** Words as authors write them. */
export const GALLERY_TEXTS = {
  normal:
    "## October\n\nRevenue rose in **all** clinics:\n\n- North Quay\n- Old Town\n\nSee [the plan](https://x.example).",
  empty: "",
  "long labels": `${"Rindfleischetikettierungsüberwachung".repeat(4)}\n\n${`${LONG.join(" and ")}. `.repeat(6)}`,
  "right to left": "القاهرة وعمّان\n\nתל אביב, ירושלים and North Quay",
} as const satisfies Partial<Record<GalleryState, string>>;
