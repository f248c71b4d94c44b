import type {
  CartesianModel,
  ChartModel,
  ColumnType,
  PieModel,
  TableColumn,
  TableModel,
} from "@/lib/charts/types";
import { formatValue } from "@/lib/format/value";

const DAY_MS = 86_400_000;

/** The table behind a chart: what screen readers read and what the workbook's sheet holds. */
export function chartToTable(model: ChartModel): TableModel {
  const { columns, rows } = model.kind === "pie" ? pieTable(model) : cartesianTable(model);
  const { title, empty, notices, summary, asOf } = model;
  return { kind: "table", title, columns, rows, totals: null, empty, notices, summary, asOf };
}

type Body = Pick<TableModel, "columns" | "rows">;

function cartesianTable(model: CartesianModel): Body {
  const xType = typeOfX(model);
  const columns: TableColumn[] = [
    { key: "x", name: model.xName, type: xType, align: "left" },
    ...model.series.map(
      (series): TableColumn => ({
        key: series.key,
        name: series.name,
        type: "number",
        unit: model.unit,
        align: "right",
      }),
    ),
  ];
  const format = { locale: model.locale, decimals: model.decimals };
  const rows = model.points.map((point) => [
    { raw: rawX(point.x, xType), text: point.label },
    ...model.series.map((series) => {
      const raw = point.values[series.key] ?? null;
      return { raw, text: formatValue(raw, model.unit, format) };
    }),
  ]);
  return { columns, rows };
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
