/** Narrowing a long list by what is typed. Pure but for the icons it carries. */
import type { ReactNode } from "react";

export type PickerItem = {
  /** Unique in the list. */
  value: string;
  label: string;
  icon?: ReactNode;
  /** At the end of the line, e.g. "1,200 rows". */
  hint?: string;
  /** Below the label, e.g. a comment. */
  note?: string;
  /** Found by, but not shown. */
  keywords?: string;
};
export type PickerGroup = { heading: string; items: readonly PickerItem[] };

/** Drawn at once; with more, typing is the way. */
export const SHOWN_ITEMS = 100;

/**
 * The items that hold every word of the text, in label, note, keywords or heading; those whose label begins
 * with it come first. At most SHOWN_ITEMS; `hidden` counts the others.
 */
export function filterGroups(
  groups: readonly PickerGroup[],
  text: string,
): { groups: PickerGroup[]; hidden: number } {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean);
  const first = words[0];
  let room = SHOWN_ITEMS;
  let hidden = 0;
  const shown = groups.flatMap(({ heading, items }) => {
    const matching = items.filter((item) => {
      const searched = `${item.label} ${item.note ?? ""} ${item.keywords ?? ""} ${heading}`.toLowerCase();
      return words.every((word) => searched.includes(word));
    });
    const ranked = first
      ? [...matching].sort((one, other) => Number(begins(other, first)) - Number(begins(one, first)))
      : matching;
    const kept = ranked.slice(0, room);
    room -= kept.length;
    hidden += ranked.length - kept.length;
    return kept.length > 0 ? [{ heading, items: kept }] : [];
  });
  return { groups: shown, hidden };
}

const begins = (item: PickerItem, word: string) => item.label.toLowerCase().startsWith(word);
