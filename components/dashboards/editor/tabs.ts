/** Tabs and the sections on them: adding, naming, ordering, removing and bringing back. Pure. */
import type { DashboardSection, DashboardTab, WidgetDto } from "@/lib/dashboards/schemas";
import type { Draft } from "../draft";
import { newKey } from "../new-widget";
import { settled } from "./sections";

export const MAX_TABS = 20;
export const MAX_SECTIONS = 20;

export const sectionName = (section: DashboardSection, index: number): string =>
  section.name || (index === 0 ? "Without a heading" : `Section ${index + 1}`);

const withTabs = (draft: Draft, tabs: DashboardTab[]): Draft => ({
  ...draft,
  settings: { ...draft.settings, tabs },
});

const withTab = (draft: Draft, key: string, change: (tab: DashboardTab) => DashboardTab): Draft =>
  withTabs(
    draft,
    draft.settings.tabs.map((tab) => (tab.key === key ? change(tab) : tab)),
  );

const withSections = (
  draft: Draft,
  tabKey: string,
  change: (sections: DashboardSection[]) => DashboardSection[],
): Draft => withTab(draft, tabKey, (tab) => ({ ...tab, sections: change(tab.sections) }));

const sectionKeys = ({ settings }: Draft): Set<string> =>
  new Set(settings.tabs.flatMap((tab) => tab.sections.map((section) => section.key)));

const newSection = (draft: Draft): DashboardSection => ({
  key: newKey("s", sectionKeys(draft)),
  name: "",
  isCollapsed: false,
});

/** At the end, with one empty section. */
export function addTab(draft: Draft): { draft: Draft; key: string } {
  const { tabs } = draft.settings;
  const key = newKey("t", new Set(tabs.map((tab) => tab.key)));
  return { draft: withTabs(draft, [...tabs, { key, name: "", sections: [newSection(draft)] }]), key };
}

export const renameTab = (draft: Draft, key: string, name: string): Draft =>
  withTab(draft, key, (tab) => ({ ...tab, name }));

/** One place to the left (−1) or right (1); the same draft at the end of the row. */
export function moveTab(draft: Draft, key: string, by: -1 | 1): Draft {
  const tabs = swapped(draft.settings.tabs, key, by);
  return tabs ? withTabs(draft, tabs) : draft;
}

/** With all that stands on it. The last tab stays. */
export function removeTab(draft: Draft, key: string): Draft {
  const gone = draft.settings.tabs.find((tab) => tab.key === key);
  if (!gone || draft.settings.tabs.length === 1) return draft;
  const rest = withTabs(
    draft,
    draft.settings.tabs.filter((tab) => tab !== gone),
  );
  return withoutWidgetsOf(rest, new Set(gone.sections.map((section) => section.key)));
}

export function addSection(draft: Draft, tabKey: string): { draft: Draft; key: string } {
  const section = newSection(draft);
  return { draft: withSections(draft, tabKey, (sections) => [...sections, section]), key: section.key };
}

export function changeSection(
  draft: Draft,
  key: string,
  changed: Partial<Omit<DashboardSection, "key">>,
): Draft {
  const tab = tabOfSection(draft, key);
  if (!tab) return draft;
  return withSections(draft, tab.key, (sections) =>
    sections.map((section) => (section.key === key ? { ...section, ...changed } : section)),
  );
}

/** One place up (−1) or down (1); the same draft at the end of the tab. */
export function moveSection(draft: Draft, key: string, by: -1 | 1): Draft {
  const tab = tabOfSection(draft, key);
  const sections = tab && swapped(tab.sections, key, by);
  return sections ? withSections(draft, tab.key, () => sections) : draft;
}

/** To the end of another tab, with its widgets. A tab never loses its last section. */
export function moveSectionToTab(draft: Draft, key: string, tabKey: string): Draft {
  const from = tabOfSection(draft, key);
  const section = from?.sections.find((candidate) => candidate.key === key);
  if (!from || !section || from.key === tabKey || from.sections.length === 1) return draft;
  const without = withSections(draft, from.key, (sections) => sections.filter((other) => other !== section));
  return withSections(without, tabKey, (sections) => [...sections, section]);
}

/** With its widgets. The last section of a tab stays. */
export function removeSection(draft: Draft, key: string): Draft {
  const tab = tabOfSection(draft, key);
  if (!tab || tab.sections.length === 1) return draft;
  const rest = withSections(draft, tab.key, (sections) => sections.filter((section) => section.key !== key));
  return withoutWidgetsOf(rest, new Set([key]));
}

/**
 * What `before` had and `after` has not, put back into `now`, whatever happened since: tabs and sections at their old
 * places as far as these still exist, widgets where their section does.
 */
export function bringBack(now: Draft, before: Draft, after: Draft): Draft {
  const kept = sectionKeys(after);
  const there = sectionKeys(now);
  const isGone = (section: DashboardSection) => !kept.has(section.key) && !there.has(section.key);
  let draft = now;
  for (const [index, tab] of before.settings.tabs.entries()) {
    const sections = tab.sections.filter(isGone);
    if (sections.length === 0) continue;
    const at = tab.sections.findIndex(isGone);
    const isStanding = draft.settings.tabs.some((candidate) => candidate.key === tab.key);
    draft = isStanding
      ? withSections(draft, tab.key, (list) => inserted(list, sections, at))
      : withTabs(draft, inserted(draft.settings.tabs, [{ ...tab, sections }], index));
  }
  return withWidgetsBack(draft, before.widgets, after.widgets);
}

function withWidgetsBack(draft: Draft, before: readonly WidgetDto[], after: readonly WidgetDto[]): Draft {
  const kept = new Set([...after, ...draft.widgets].map((widget) => widget.key));
  const sections = sectionKeys(draft);
  const back = before.filter((widget) => !kept.has(widget.key) && sections.has(widget.section));
  // First in the list: at the same place the others make room for them.
  return back.length === 0 ? draft : { ...draft, widgets: settled([...back, ...draft.widgets]) };
}

export function tabOfSection({ settings }: Pick<Draft, "settings">, key: string): DashboardTab | undefined {
  return settings.tabs.find((tab) => tab.sections.some((section) => section.key === key));
}

function withoutWidgetsOf(draft: Draft, sections: ReadonlySet<string>): Draft {
  return { ...draft, widgets: draft.widgets.filter((widget) => !sections.has(widget.section)) };
}

function inserted<T>(list: readonly T[], items: readonly T[], at: number): T[] {
  return [...list.slice(0, at), ...items, ...list.slice(at)];
}

function swapped<T extends { key: string }>(list: readonly T[], key: string, by: -1 | 1): T[] | null {
  const at = list.findIndex((item) => item.key === key);
  const [one, other] = [list[at], list[at + by]];
  if (!one || !other) return null;
  return list.map((item) => (item === one ? other : item === other ? one : item));
}
