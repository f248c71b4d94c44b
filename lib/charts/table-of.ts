import type {
  CartesianModel,
  Cell,
  ChartModel,
  ChartPoint,
  ChartSeries,
  ColumnType,
  FunnelModel,
  GaugeModel,
  GaugeTone,
  HeatmapModel,
  PieModel,
  ScatterModel,
  TableCell,
  TableColumn,
  TableModel,
} from "@/lib/charts/types";
import { columnLabel } from "@/lib/charts/columns";
import { changeAt, printSeries, unitOfSeries } from "@/lib/charts/print-series";
import { assertNever } from "@/lib/errors";
import { computeChange, NO_VALUE } from "@/lib/format/value";

const DAY_MS = 86_400_000;

/** The table behind a chart: what screen readers read and what the workbook's sheet holds. */
export function chartToTable(model: ChartModel): TableModel {
  const { columns, rows } = bodyOf(model);
  const { title, empty, notices, summary, asOf } = model;
  return { kind: "table", title, columns, rows, totals: null, empty, notices, summary, asOf };
}

type Body = Pick<TableModel, "columns" | "rows">;

function bodyOf(model: ChartModel): Body {
  switch (model.kind) {
    case "line":
    case "bar":
    case "area":
    case "combo":
      return cartesianTable(model);
    case "pie":
      return pieTable(model);
    case "scatter":
      return scatterTable(model);
    case "funnel":
      return funnelTable(model);
    case "heatmap":
      return heatmapTable(model);
    case "gauge":
      return gaugeTable(model);
    default:
      return assertNever(model);
  }
}

function cartesianTable(model: CartesianModel): Body {
  const xType = typeOfX(model);
  const compared = model.series.filter((series) => series.compares);
  const isCompared = compared.length > 0;
  const single = compared.length === 1;
  const columns: TableColumn[] = [
    { key: "x", name: model.xName, type: xType, align: "left" },
    ...(isCompared ? [textColumn("compared", "Compared with")] : []),
    ...model.series.flatMap((series): TableColumn[] => {
      const unit = unitOfSeries(model, series.key);
      const values = numberColumn(series.key, series.name, unit);
      if (!series.compares) return [values];
      const name = single ? "Change" : `Change, ${series.name}`;
      return [values, numberColumn(`${series.key}:change`, name, "percent")];
    }),
  ];
  const rows = model.points.map((point) => [
    { raw: rawX(point.x, xType), text: point.label },
    ...(isCompared ? [words(point.comparedLabel ?? NO_VALUE)] : []),
    ...model.series.flatMap((series): TableCell[] => {
      const raw = point.values[series.key] ?? null;
      const value = figure(raw, printSeries(model, series.key, raw));
      return series.compares ? [value, changeCell(model, point, series)] : [value];
    }),
  ]);
  return { columns, rows };
}

/** As a fraction: workbooks show it under a format of percentages. */
function changeCell(model: CartesianModel, point: ChartPoint, series: ChartSeries): TableCell {
  const [now, before] = [point.values[series.compares ?? ""] ?? null, point.values[series.key] ?? null];
  const change = computeChange(now, before, unitOfSeries(model, series.key));
  return figure(change === null ? null : change / 100, changeAt(model, point, series) ?? NO_VALUE);
}

/** Bare dates are prepared as midnights in UTC; an instant elsewhere in the day makes it a timestamp. */
function typeOfX(model: CartesianModel): ColumnType {
  if (model.xType === "category") return "text";
  return model.points.every((point) => Number(point.x) % DAY_MS === 0) ? "date" : "timestamp";
}

function rawX(x: number | string, type: ColumnType): string {
  if (type === "text") return String(x);
  const iso = new Date(x).toISOString();
  return type === "date" ? iso.slice(0, 10) : iso;
}

function pieTable(model: PieModel): Body {
  return {
    columns: [
      { key: "name", name: "Part", type: "text", align: "left" },
      { key: "value", name: "Value", type: "number", unit: model.unit, align: "right" },
      { key: "share", name: "Share", type: "number", unit: "percent", align: "right" },
    ],
    rows: model.slices.map((slice) => [
      { raw: slice.name, text: slice.name },
      { raw: slice.value, text: slice.valueText },
      { raw: slice.share, text: slice.shareText },
    ]),
  };
}

const words = (text: string): TableCell => ({ raw: text, text });
const figure = (raw: Cell, text: string): TableCell => ({ raw, text });

function textColumn(key: string, name: string): TableColumn {
  return { key, name, type: "text", align: "left" };
}

function numberColumn(key: string, name: string, unit: TableColumn["unit"]): TableColumn {
  return { key, name, type: "number", unit, align: "right" };
}

function scatterTable({ x, y, sizeName, series, dots, column }: ScatterModel): Body {
  const named = column !== undefined;
  const coloured = series.length > 1;
  const nameOf = new Map(series.map((entry) => [entry.key, entry.name]));
  return {
    columns: [
      ...(named ? [textColumn("name", columnLabel(column))] : []),
      numberColumn("x", x.name, x.unit),
      numberColumn("y", y.name, y.unit),
      ...(sizeName === null ? [] : [textColumn("size", sizeName)]),
      ...(coloured ? [textColumn("series", "Group")] : []),
    ],
    rows: dots.map((dot) => [
      ...(named ? [words(dot.name)] : []),
      figure(dot.x, dot.xText),
      figure(dot.y, dot.yText),
      ...(sizeName === null ? [] : [words(dot.sizeText ?? NO_VALUE)]),
      ...(coloured ? [words(nameOf.get(dot.series) ?? "")] : []),
    ]),
  };
}

function funnelTable({ unit, stages }: FunnelModel): Body {
  return {
    columns: [
      textColumn("name", "Stage"),
      numberColumn("value", "Value", unit),
      numberColumn("conversion", "Of the stage before", "percent"),
      numberColumn("share", "Of the first stage", "percent"),
    ],
    rows: stages.map((stage, index) => [
      words(stage.name),
      figure(stage.value, stage.valueText),
      figure(conversionOf(stages, index), stage.conversionText ?? NO_VALUE),
      figure(stage.share, stage.shareText),
    ]),
  };
}

function conversionOf(stages: FunnelModel["stages"], index: number): number | null {
  const [here, before] = [stages[index]?.value ?? null, stages[index - 1]?.value ?? null];
  return here === null || before === null || before <= 0 ? null : here / before;
}

function heatmapTable({ xName, yName, columns, rows, cells, unit }: HeatmapModel): Body {
  return {
    columns: [
      textColumn("row", `${yName} / ${xName.toLowerCase()}`),
      ...columns.map((column, index) => numberColumn(`c${index}`, column.label, unit)),
    ],
    rows: rows.map((row, index) => [
      words(row.label),
      ...(cells[index] ?? []).map((cell) => figure(cell.value, cell.text)),
    ]),
  };
}

function gaugeTable({ title, value, unit, text, min, max, target, ranges }: GaugeModel): Body {
  return {
    columns: [textColumn("name", "What"), numberColumn("value", "Value", unit)],
    rows: [
      [words(title || "Value"), figure(value, text)],
      ...(target ? [[words("Target"), figure(target.value, target.text)]] : []),
      [words("Scale from"), figure(min.value, min.text)],
      [words("Scale to"), figure(max.value, max.text)],
      ...ranges.map((range) => [words(`${RANGE_NAMES[range.tone]} range`), words(range.text)]),
    ],
  };
}

const RANGE_NAMES = { bad: "Bad", fair: "Fair", good: "Good" } as const satisfies Record<GaugeTone, string>;
