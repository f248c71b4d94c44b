/** What is read aloud after a change by keyboard or menu. Pure. */
import type { WidgetSpec } from "@/lib/charts/spec";
import type { WidgetDto } from "@/lib/dashboards/schemas";
import { blockText, parseMarkdown } from "@/lib/render/markdown";
import { kindInfo } from "../versions/kind-info";
import type { Step } from "./grid-moves";

/** Of a text without a title; enough to tell it from the others. */
const FIRST_WORDS = 6;

/** What a widget is called where it cannot be seen: by its title, else by what it says or shows, else by its kind. */
export const titleOf = ({ visual }: Pick<WidgetDto, "visual">): string =>
  visual.title || contentOf(visual) || kindInfo(visual.kind).label;

function contentOf(visual: WidgetSpec): string {
  if (visual.kind === "image") return visual.alt;
  if (visual.kind !== "text") return "";
  const words = parseMarkdown(visual.markdown).map(blockText).join(" ").split(/\s+/).filter(Boolean);
  return words.slice(0, FIRST_WORDS).join(" ") + (words.length > FIRST_WORDS ? "…" : "");
}

/** "1 widget", "3 widgets". */
export const countOf = (count: number): string => `${count} ${count === 1 ? "widget" : "widgets"}`;

/** "“Revenue”" of one, "3 widgets" of several. */
export function namesOf(widgets: readonly Pick<WidgetDto, "visual">[]): string {
  const [only] = widgets;
  return only && widgets.length === 1 ? `“${titleOf(only)}”` : countOf(widgets.length);
}

/** "Revenue: column 1, row 3, 6 wide, 5 high." */
export function placeWords(widget: WidgetDto): string {
  const { x, y, w, h } = widget.layout;
  return `${titleOf(widget)}: column ${x + 1}, row ${y + 1}, ${w} wide, ${h} high.`;
}

/** The widget could not go there. */
export function edgeWords(widget: WidgetDto, { dx, dy }: Step): string {
  if (dx !== 0) return `${titleOf(widget)} is already at the ${dx < 0 ? "left" : "right"} edge.`;
  return `${titleOf(widget)} is already at the ${dy < 0 ? "top" : "bottom"}.`;
}

/** The widget could not become that size. */
export function limitWords(widget: WidgetDto, { dx, dy }: Step): string {
  const [size, limit] =
    dx > 0
      ? ["wide", "the page has room for"]
      : dx < 0
        ? ["narrow", "can be read"]
        : dy > 0
          ? ["high", "a widget can be"]
          : ["low", "can be read"];
  return `${titleOf(widget)} is already as ${size} as ${limit}.`;
}
