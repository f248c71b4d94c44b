"use client";

import type { Layout } from "react-grid-layout";
import { toast } from "@/components/ui/toast";
import type { DraftState } from "../use-draft";
import { type Alignment, align } from "./align";
import { focusWidget } from "./focus-widget";
import { moveBy, placedBy, resizeBy, type Step, swapBy } from "./grid-moves";
import { duplicate, moveToSection, paste, type WidgetContent } from "./relocate";
import { changedIn, chosenOf, settled, type Widgets } from "./sections";
import { bringBack } from "./tabs";
import type { Selection } from "./use-selection";
import { countOf, edgeWords, limitWords, namesOf, placeWords, titleOf } from "./words";

/** What can be done to widgets: by pointer, menu and keyboard alike, each as one step to undo. */
export type Commands = {
  /** Where the pointer left the widgets of one section. */
  place: (section: string, grid: Layout) => void;
  move: (key: string, step: Step) => void;
  resize: (key: string, step: Step) => void;
  /** Changes places with the one before or after, where widgets stand in one column. */
  swap: (key: string, by: -1 | 1) => void;
  /** Chosen together with others, or no longer. */
  toggle: (key: string) => void;
  /** Chosen alone. */
  select: (key: string) => void;
  align: (keys: readonly string[], how: Alignment) => void;
  duplicate: (keys: readonly string[]) => void;
  remove: (keys: readonly string[]) => void;
  moveTo: (keys: readonly string[], section: string, label: string) => void;
  paste: (contents: readonly WidgetContent[], section: string) => void;
};

type CommandsInput = {
  state: DraftState;
  /** All of the dashboard, as they stand. */
  widgets: Widgets;
  selection: Selection;
  /** Tells screen readers what happened. */
  say: (words: string) => void;
};

export function useCommands({ state, widgets, selection, say }: CommandsInput): Commands {
  function change(changed: Widgets, words: string) {
    if (changed !== widgets) state.update((before) => ({ ...before, widgets: changed }));
    say(words);
  }

  /** Of one widget inside its section; `limit` tells why nothing changed. */
  function arrange(
    key: string,
    how: (inside: Widgets) => Widgets,
    limit: (widget: Widgets[number]) => string,
  ) {
    const widget = widgets.find((candidate) => candidate.key === key);
    if (!widget) return;
    const changed = changedIn(widgets, widget.section, how);
    const now = changed.find((candidate) => candidate.key === key) ?? widget;
    change(changed, changed === widgets ? limit(widget) : placeWords(now));
  }

  /** Those that `changed` has more than before are chosen, so that one sees what came. */
  function add(changed: Widgets, words: string) {
    const known = new Set(widgets.map((widget) => widget.key));
    const added = changed.filter((widget) => !known.has(widget.key));
    change(changed, words);
    if (added.length > 1) selection.set(added.map((widget) => widget.key));
  }

  return {
    place: (section, grid) => {
      const changed = changedIn(widgets, section, (inside) => placedBy(inside, grid));
      if (changed !== widgets) state.update((before) => ({ ...before, widgets: changed }));
    },
    move: (key, step) =>
      arrange(
        key,
        (inside) => moveBy(inside, key, step),
        (widget) => edgeWords(widget, step),
      ),
    resize: (key, step) =>
      arrange(
        key,
        (inside) => resizeBy(inside, key, step),
        (widget) => limitWords(widget, step),
      ),
    swap: (key, by) =>
      arrange(
        key,
        (inside) => swapBy(inside, key, by),
        (widget) => edgeWords(widget, { dx: 0, dy: by }),
      ),
    toggle(key) {
      const [widget] = chosenOf(widgets, [key]);
      if (!widget) return;
      const isChosen = selection.keys.includes(key);
      selection.toggle(key);
      const count = selection.keys.length + (isChosen ? -1 : 1);
      say(`${titleOf(widget)} ${isChosen ? "no longer selected" : "selected"}. ${countOf(count)} selected.`);
    },
    select: (key) => selection.set([key]),
    align(keys, how) {
      const changed = align(widgets, keys, how);
      change(
        changed,
        changed === widgets ? "Nothing to change: they stand like that already." : ALIGNED[how],
      );
    },
    duplicate: (keys) => add(duplicate(widgets, keys), `Duplicated ${namesOf(chosenOf(widgets, keys))}.`),
    remove(keys) {
      const gone = chosenOf(widgets, keys);
      if (gone.length === 0) return;
      const removed = new Set(keys);
      focusWidget(neighbourOf(widgets, removed));
      const before = { ...state.draft, widgets };
      const after = { ...before, widgets: settled(widgets.filter((widget) => !removed.has(widget.key))) };
      state.update((now) => ({ ...now, widgets: after.widgets }));
      toast(`Removed ${namesOf(gone)}`, {
        action: { label: "Undo", onClick: () => state.update((now) => bringBack(now, before, after)) },
      });
    },
    moveTo(keys, section, label) {
      change(moveToSection(widgets, keys, section), `Moved ${namesOf(chosenOf(widgets, keys))} to ${label}.`);
    },
    paste: (contents, section) => add(paste(widgets, contents, section), `Pasted ${namesOf(contents)}.`),
  };
}

const ALIGNED = {
  left: "Aligned to the left.",
  right: "Aligned to the right.",
  top: "Aligned in one row.",
  width: "Made equally wide.",
  height: "Made equally high.",
  spread: "Spread evenly.",
} as const satisfies Record<Alignment, string>;

/** Where the focus goes when these are gone: to the next that stays, else the one before. */
function neighbourOf(widgets: Widgets, removed: ReadonlySet<string>): string | null {
  const first = widgets.findIndex((widget) => removed.has(widget.key));
  const stays = (widget: Widgets[number]) => !removed.has(widget.key);
  const next = widgets.slice(first).find(stays) ?? widgets.slice(0, first).findLast(stays);
  return next?.key ?? null;
}
