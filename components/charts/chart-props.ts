import type { ChartTheme } from "@/lib/charts/palette";
import type { MeasureText } from "@/lib/charts/text-width";

/** What every chart component is given beside its model. */
export type ChartProps<Model> = {
  model: Model;
  /** Pixels. Never "responsive": the same numbers must give the same drawing on the server. */
  width: number;
  height: number;
  theme: ChartTheme;
  measure: MeasureText;
  /** Tooltip and keyboard, on the screen only. */
  interactive: boolean;
  /** Keys of series that a person switched off in the legend. */
  hidden?: ReadonlySet<string>;
  /** Key of the mark that a person chose; the others step back. */
  chosen?: string | null;
};

export const LABEL_SIZE = 11;
/** From the middle of a line of 11 px text down to its baseline. */
export const BASELINE_SHIFT = 4;

/** A period compared with stands back behind the one that is shown. */
export const COMPARED = { dash: "4 3", opacity: 0.45 } as const;

/** Beside a chosen mark the others step back. */
const STEPPED_BACK = 0.3;

export function opacityOf(chosen: string | null | undefined, index: number | string): number | undefined {
  return !chosen || chosen === String(index) ? undefined : STEPPED_BACK;
}

/** On the screen a chart is one picture with a name, which the arrow keys walk through; a file needs none of it. */
export function screenProps(summary: string, interactive: boolean) {
  if (!interactive) return { accessibilityLayer: false };
  return { accessibilityLayer: true, role: "img", tabIndex: 0, "aria-label": summary };
}
