/** Each section has a grid of its own: what moves in one leaves the others alone. Pure. */
import type { WidgetDto } from "@/lib/dashboards/schemas";
import { compacted } from "./grid-moves";

export type Widgets = readonly WidgetDto[];

export const inSection = (widgets: Widgets, section: string): Widgets =>
  widgets.filter((widget) => widget.section === section);

/**
 * The widgets with one section changed; the same array when `change` returned its own. Nobody changes places in the
 * list: a node that moves in the document loses the focus of whoever moves it by keyboard.
 */
export function changedIn(widgets: Widgets, section: string, change: (inside: Widgets) => Widgets): Widgets {
  const before = inSection(widgets, section);
  const after = change(before);
  if (after === before) return widgets;
  const left = new Map(after.map((widget) => [widget.key, widget]));
  const kept = widgets.flatMap((widget) => {
    if (widget.section !== section) return [widget];
    const now = left.get(widget.key);
    left.delete(widget.key);
    return now ? [now] : [];
  });
  return [...kept, ...left.values()];
}

/** Every section without gaps. */
export function settled(widgets: Widgets): Widgets {
  return [...new Set(widgets.map((widget) => widget.section))].reduce(
    (changed, section) => changedIn(changed, section, compacted),
    widgets,
  );
}

/** The widgets chosen, in the order in which they were. */
export function chosenOf(widgets: Widgets, keys: readonly string[]): WidgetDto[] {
  const byKey = new Map(widgets.map((widget) => [widget.key, widget]));
  return keys.flatMap((key) => byKey.get(key) ?? []);
}
