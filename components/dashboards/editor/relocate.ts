/** Widgets that come to a section from elsewhere: moved, duplicated or pasted. Pure. */
import { MAIN_SECTION } from "@/lib/dashboards/widgets";
import type { WidgetDto } from "@/lib/dashboards/schemas";
import { bottomOf } from "./grid-moves";
import { newKey, placeCopy } from "../new-widget";
import { inSection, settled, type Widgets } from "./sections";

/** What is copied: a widget without its name and its place's owner. */
export type WidgetContent = Omit<WidgetDto, "key" | "section">;

/** Below what the section has, arranged among themselves as they were. */
export function moveToSection(widgets: Widgets, keys: readonly string[], section: string): Widgets {
  const moving = new Set(keys);
  const coming = widgets.filter((widget) => moving.has(widget.key) && widget.section !== section);
  if (coming.length === 0) return widgets;
  const places = blockBelow(inSection(widgets, section), coming);
  return settled(
    widgets.map((widget) => {
      const layout = places.get(widget);
      return layout ? { ...widget, section, layout } : widget;
    }),
  );
}

/** The copies stand at the end of the list. */
export function paste(
  widgets: Widgets,
  contents: readonly WidgetContent[],
  section: string = MAIN_SECTION,
): Widgets {
  const taken = new Set(widgets.map((widget) => widget.key));
  const places = blockBelow(inSection(widgets, section), contents);
  const copies = contents.map((content): WidgetDto => {
    const key = newKey("w", taken);
    taken.add(key);
    return { ...content, key, section, layout: places.get(content) ?? content.layout };
  });
  return settled([...widgets, ...copies]);
}

/** One goes to the first gap; several keep their arrangement, below the section they are of. */
export function duplicate(widgets: Widgets, keys: readonly string[]): Widgets {
  const wanted = new Set(keys);
  const chosen = widgets.filter((widget) => wanted.has(widget.key));
  const [only] = chosen;
  if (!only) return widgets;
  if (chosen.length === 1) return [...widgets, placeCopy(widgets, only)];
  return [...new Set(chosen.map((widget) => widget.section))].reduce(
    (changed, section) => paste(changed, inSection(chosen, section).map(contentOf), section),
    widgets,
  );
}

export function contentOf({ key: _key, section: _section, ...content }: WidgetDto): WidgetContent {
  return content;
}

function blockBelow<T extends Pick<WidgetDto, "layout">>(
  inside: Widgets,
  block: readonly T[],
): Map<T, WidgetDto["layout"]> {
  const top = Math.min(...block.map(({ layout }) => layout.y));
  const bottom = bottomOf(inside);
  return new Map(block.map((item) => [item, { ...item.layout, y: item.layout.y - top + bottom }]));
}
