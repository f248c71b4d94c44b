"use client";

import { toast } from "@/components/ui/toast";
import { tabName } from "../reading/tabs-view";
import type { Draft } from "../draft";
import type { DraftState } from "../use-draft";
import {
  addSection,
  addTab,
  bringBack,
  changeSection,
  moveSection,
  moveSectionToTab,
  moveTab,
  removeSection,
  removeTab,
  renameTab,
  sectionName,
  tabOfSection,
} from "./tabs";
import { countOf } from "./words";

/** What can be done to tabs and sections, each as one step to undo. */
export type PageCommands = {
  addTab: () => void;
  renameTab: (key: string, name: string) => void;
  moveTab: (key: string, by: -1 | 1) => void;
  removeTab: (key: string) => void;
  addSection: (tabKey: string) => void;
  renameSection: (key: string, name: string) => void;
  setCollapsed: (key: string, isCollapsed: boolean) => void;
  moveSection: (key: string, by: -1 | 1) => void;
  moveSectionToTab: (key: string, tabKey: string) => void;
  removeSection: (key: string) => void;
};

type PageCommandsInput = {
  state: DraftState;
  /** Tells screen readers what happened. */
  say: (words: string) => void;
  /** Shows a tab that was added, or to which a section went. */
  onChooseTab: (key: string) => void;
};

export function usePageCommands({ state, say, onChooseTab }: PageCommandsInput): PageCommands {
  const { draft, update } = state;
  const nameOfTab = (key: string) => {
    const index = draft.settings.tabs.findIndex((tab) => tab.key === key);
    const tab = draft.settings.tabs[index];
    return tab ? tabName(tab, index) : "";
  };
  const nameOfSection = (key: string) => {
    const sections = tabOfSection(draft, key)?.sections ?? [];
    const index = sections.findIndex((section) => section.key === key);
    const section = sections[index];
    return section ? sectionName(section, index) : "";
  };

  /** With its widgets: said, and brought back whole by one click. */
  function remove(what: string, name: string, how: (draft: Draft) => Draft) {
    const after = how(draft);
    if (after === draft) return;
    update(how);
    const gone = draft.widgets.length - after.widgets.length;
    toast(`Removed ${what} “${name}”${gone > 0 ? ` with ${countOf(gone)}` : ""}`, {
      action: { label: "Undo", onClick: () => update((now) => bringBack(now, draft, after)) },
    });
  }

  return {
    addTab() {
      const added = addTab(draft);
      update(() => added.draft);
      onChooseTab(added.key);
      say("Added a tab.");
    },
    renameTab: (key, name) => update((before) => renameTab(before, key, name), `tab ${key}`),
    moveTab(key, by) {
      update((before) => moveTab(before, key, by));
      say(`Moved ${nameOfTab(key)} to the ${by < 0 ? "left" : "right"}.`);
    },
    removeTab: (key) => remove("the tab", nameOfTab(key), (before) => removeTab(before, key)),
    addSection(tabKey) {
      update((before) => addSection(before, tabKey).draft);
      say("Added a section at the end.");
    },
    renameSection: (key, name) => update((before) => changeSection(before, key, { name }), `section ${key}`),
    setCollapsed: (key, isCollapsed) => update((before) => changeSection(before, key, { isCollapsed })),
    moveSection(key, by) {
      update((before) => moveSection(before, key, by));
      say(`Moved ${nameOfSection(key)} ${by < 0 ? "up" : "down"}.`);
    },
    moveSectionToTab(key, tabKey) {
      update((before) => moveSectionToTab(before, key, tabKey));
      onChooseTab(tabKey);
      say(`Moved ${nameOfSection(key)} to ${nameOfTab(tabKey)}.`);
    },
    removeSection: (key) => remove("the section", nameOfSection(key), (before) => removeSection(before, key)),
  };
}
