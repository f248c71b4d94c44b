/** Any prepared figure as a table. Pure. */
import { chartToTable } from "@/lib/charts/table-of";
import type { MetricModel, PreparedModel, TableModel } from "@/lib/charts/types";

export function figureTable(model: PreparedModel): TableModel {
  if (model.kind === "table") return model;
  return model.kind === "metric" ? metricTable(model) : chartToTable(model);
}

/** One line for each number the card shows. */
function metricTable(model: MetricModel): TableModel {
  const { title, moment, comparison, target, empty, notices, summary, asOf } = model;
  const line = (name: string, raw: number | string | null, text: string) => [
    { raw: name, text: name },
    { raw, text },
  ];
  return {
    kind: "table",
    title,
    columns: [
      { key: "name", name: "What", type: "text", align: "left" },
      moment
        ? { key: "value", name: "Value", type: moment.type, dates: moment.dates, align: "right" }
        : { key: "value", name: "Value", type: "number", unit: model.unit, align: "right" },
    ],
    rows: [
      line(title || "Value", moment?.cell ?? model.value, model.text),
      ...(comparison
        ? [
            line(
              comparison.label.replace(/^vs (a )?/, "").replace(/^./, (first) => first.toUpperCase()),
              comparison.previous,
              comparison.previousText,
            ),
            line("Change", comparison.changeText, comparison.changeText ?? "–"),
          ]
        : []),
      ...(target ? [line("Target", target.value, target.text)] : []),
    ],
    totals: null,
    empty,
    notices,
    summary,
    asOf,
  };
}
