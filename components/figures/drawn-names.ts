import { columnLabel } from "@/lib/charts/columns";
import type { VisualSpec } from "@/lib/charts/spec";
import type { PreparedModel } from "@/lib/charts/types";

/**
 * What of a figure has a colour of its own, as printed: read from the figure as it is drawn, and as far as the spec
 * tells where it is not drawn.
 */
export function drawnNames(visual: VisualSpec, model: PreparedModel | undefined): string[] {
  // The picture before the last change may be of another kind.
  if (model?.kind === visual.kind) {
    if (model.kind === "pie") return model.slices.map((slice) => slice.name);
    if ("series" in model)
      return model.series
        .filter((series) => !("compares" in series))
        .map((series) => series.name)
        .filter(Boolean);
  }
  switch (visual.kind) {
    case "line":
    case "bar":
    case "area":
      return visual.series === undefined ? visual.y.map(columnLabel) : [];
    case "combo":
      return [...visual.y, ...visual.lines].map(columnLabel);
    default:
      return [];
  }
}
