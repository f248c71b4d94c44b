import type { Selection } from "@/lib/charts/selection";
import type { DayRange } from "@/lib/charts/zoom-range";

/** What a page does with a chart. Left out, a chart is only read. */
export type ChartInteraction = {
  /** A point, bar, slice, stage or cell was chosen, by pointer or by key. */
  onSelect?: (selection: Selection) => void;
  /** What is chosen: the rest of the chart steps back. */
  selected?: Selection | null;
  /** A period was marked on the time axis: whole days, both included. */
  onZoom?: (range: DayRange) => void;
};
