/** Variables in the title of a figure: those of texts, the number it shows, and the parameters of its query. */
import type { PreparedModel } from "@/lib/charts/types";
import { printSeries } from "@/lib/charts/print-series";
import { fillVariables, type VariableValues } from "@/lib/charts/variables";
import { assertNever } from "@/lib/errors";

export type TitleVariables = VariableValues & {
  /** What each parameter is set to, as printed; by its name. */
  parameters: Readonly<Record<string, string>>;
};

const NAMED = /\{\{\s*([^{}:]+?)\s*\}\}/g;

/** What is no variable stays as it was typed: a reader sees what to mend. */
export function fillTitle(
  title: string,
  variables: TitleVariables | undefined,
  value: string | null,
): string {
  const { parameters = {} } = variables ?? {};
  const filled = variables ? fillVariables(title, variables) : title;
  return filled.replace(NAMED, (whole, name: string) => {
    if (name === "value") return value ?? whole;
    return Object.hasOwn(parameters, name) ? (parameters[name] ?? whole) : whole;
  });
}

/** The one number a figure is about: the whole of a pie, the newest value of a course. null when it has none. */
export function headlineOf(model: PreparedModel): string | null {
  switch (model.kind) {
    case "metric":
    case "gauge":
      return model.text;
    case "pie":
      return model.totalText;
    case "funnel":
      return model.stages.at(-1)?.valueText ?? null;
    case "line":
    case "bar":
    case "area":
    case "combo": {
      const [series] = model.series;
      const point = model.points.at(-1);
      return series && point ? printSeries(model, series.key, point.values[series.key] ?? null) : null;
    }
    case "scatter":
    case "heatmap":
    case "table":
      return null;
    default:
      return assertNever(model);
  }
}
