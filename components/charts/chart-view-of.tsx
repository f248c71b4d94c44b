import type { ComponentType } from "react";
import type { ChartProps } from "@/components/charts/chart-props";
import { EmptyChart } from "@/components/charts/empty-chart";
import { type ChartTheme, SCREEN_THEME } from "@/lib/charts/palette";
import { estimateTextWidth, type MeasureText } from "@/lib/charts/text-width";
import type { ChartModel } from "@/lib/charts/types";
import { assertNever } from "@/lib/errors";

export type ChartViewProps = {
  model: ChartModel;
  /** Pixels. */
  width: number;
  height: number;
  theme?: ChartTheme;
  measure?: MeasureText;
  /** Tooltip and keyboard, on the screen only. */
  interactive?: boolean;
  hidden?: ReadonlySet<string>;
  chosen?: string | null;
};

/** What draws each kind. */
export type ChartComponents = { [Model in ChartModel as Model["kind"]]: ComponentType<ChartProps<Model>> };

const NO_DATA = "No data in this period";
const NO_VALUES = "No values in this period";

/** A component that draws any chart model with these components. */
export function chartViewOf(components: ChartComponents): ComponentType<ChartViewProps> {
  return function ChartView({
    model,
    theme = SCREEN_THEME,
    measure = estimateTextWidth,
    interactive = false,
    hidden,
    chosen,
    ...size
  }) {
    if (model.empty) return <EmptyChart {...size} theme={theme} text={NO_DATA} />;
    if (!hasValues(model)) return <EmptyChart {...size} theme={theme} text={NO_VALUES} />;
    // The compiler cannot know that a model's kind chooses the component of that model.
    const Chart = components[model.kind] as ComponentType<ChartProps<ChartModel>>;
    return <Chart model={model} {...size} {...{ theme, measure, interactive, hidden, chosen }} />;
  };
}

/** Rows there are, but every one of them is missing its value: an axis without numbers would only puzzle. */
function hasValues(model: ChartModel): boolean {
  switch (model.kind) {
    case "line":
    case "bar":
    case "area":
    case "combo":
      return model.yTicks.length > 0 || (model.right?.yTicks.length ?? 0) > 0;
    case "pie":
      return model.slices.length > 0;
    case "scatter":
      return model.dots.length > 0;
    case "funnel":
      return model.stages.some((stage) => stage.value !== null);
    case "heatmap":
      return model.cells.some((line) => line.some((cell) => cell.value !== null));
    case "gauge":
      return model.value !== null;
    default:
      return assertNever(model);
  }
}
