import { expect, test } from "vitest";
import type { VisualFormValue } from "@/components/figures/visual-form";
import { overlappingPair } from "@/lib/dashboards/layout";
import { type WidgetDto, WidgetInput } from "@/lib/dashboards/schemas";
import { placeCopy, placeNew, withFigure } from "./new-widget";

const queryId = "7d1d6c1e-56f0-4d7a-9a6c-0b6c7d0e1f2a";

const metric: VisualFormValue = {
  queryId,
  visual: { kind: "metric", title: "", value: "v", aggregate: "sum", compare: "none", direction: "none" },
  parameters: {},
};
const pie: VisualFormValue = {
  queryId,
  visual: { kind: "pie", title: "", category: "c", value: "v" },
  parameters: {},
};

test("new widgets fill the gaps and make a dashboard the server accepts", () => {
  let widgets: WidgetDto[] = [];
  for (const figure of [metric, pie, metric, metric, pie]) widgets = [...widgets, placeNew(widgets, figure)];
  const first = widgets[0];
  if (first) widgets = [...widgets, placeCopy(widgets, first)];
  expect(overlappingPair(widgets)).toBeNull();
  expect(widgets[2]?.layout).toEqual({ x: 7, y: 0, w: 3, h: 2 });
  for (const widget of widgets) expect(WidgetInput.safeParse(widget).success).toBe(true);
});

test("a number that becomes a chart grows, inside the grid; another figure of its kind keeps its size", () => {
  const widget = WidgetInput.parse({ key: "a", ...metric, layout: { x: 10, y: 3, w: 2, h: 2 } });
  expect(withFigure(widget, pie).layout).toEqual({ x: 8, y: 3, w: 4, h: 5 });
  expect(withFigure(widget, { ...metric, parameters: { clinic: "North" } })).toEqual({
    ...widget,
    parameters: { clinic: "North" },
  });
  const large: WidgetDto = { ...widget, layout: { x: 0, y: 0, w: 8, h: 9 } };
  expect(withFigure(large, pie).layout).toEqual(large.layout);
});
