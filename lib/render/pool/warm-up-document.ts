import type { CartesianModel, TableModel } from "@/lib/charts/types";
import type { PreparedDocument } from "@/lib/reports/document";

const EPOCH = "1970-01-01T00:00:00.000Z";
const base = { empty: false, notices: [], summary: "", asOf: EPOCH };

/** Small, but touches every kind of block once. Nobody sees it. */
export function warmUpDocument(): PreparedDocument {
  const chart: CartesianModel = {
    kind: "line",
    title: "Chart",
    xName: "Month",
    xColumn: "month",
    xType: "category",
    stacking: "none",
    horizontal: false,
    series: [{ key: "a", name: "A", color: 0 }],
    points: ["Jan", "Feb", "Mar"].map((label, index) => ({ label, x: label, values: { a: index } })),
    unit: "count",
    locale: "en",
    yTicks: [0, 1, 2].map((value) => ({ value, label: String(value) })),
    unitLabel: "",
    ...base,
  };
  const table: TableModel = {
    kind: "table",
    title: "Table",
    columns: [{ key: "n", name: "Number", type: "number", unit: "count", align: "right" }],
    rows: Array.from({ length: 20 }, (_, index) => [{ raw: index, text: String(index) }]),
    totals: null,
    ...base,
  };
  return {
    title: "Warm-up",
    subtitle: "",
    workspaceName: "",
    versionLabel: "",
    asOf: EPOCH,
    asOfText: "",
    generatedAt: EPOCH,
    zone: "UTC",
    locale: "en",
    parameters: [],
    blocks: [
      { id: "heading", kind: "heading", level: 1, text: "Heading" },
      { id: "text", kind: "text", markdown: "Some **bold** and *italic* words." },
      { id: "chart", kind: "chart", model: chart },
      { id: "table", kind: "table", model: table },
    ],
  };
}
