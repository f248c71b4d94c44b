import { expect, test } from "vitest";
import { DashboardSettings } from "@/lib/dashboards/schemas";
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
} from "./tabs";
import { draftWith, metric } from "./testing/widgets";

const section = (key: string) => ({ key, name: key, isCollapsed: false });
const draft = draftWith(
  [
    metric("a", [0, 0], "s1"),
    metric("b", [0, 0], "s2"),
    metric("c", [0, 0], "s3"),
    metric("d", [3, 0], "s3"),
  ],
  [
    { key: "t1", name: "First", sections: [section("s1"), section("s2")] },
    { key: "t2", name: "Second", sections: [section("s3")] },
  ],
);
type Shaped = Pick<typeof draft, "settings" | "widgets">;
const shape = ({ settings, widgets }: Shaped) => ({
  tabs: settings.tabs.map((tab) => [tab.key, ...tab.sections.map(({ key }) => key)].join(" ")),
  widgets: widgets
    .map(({ key }) => key)
    .sort()
    .join(""),
});

test("a new tab has one empty section, and both are accepted by the server", () => {
  const { draft: added, key } = addTab(draft);
  const tab = added.settings.tabs.at(-1);
  expect(tab?.key).toBe(key);
  expect(tab?.sections).toHaveLength(1);
  const more = addSection(added, key);
  expect(DashboardSettings.safeParse(more.draft.settings).success).toBe(true);
});

test("names and order change; at the ends nothing does", () => {
  expect(renameTab(draft, "t2", "Costs").settings.tabs[1]?.name).toBe("Costs");
  expect(shape(moveTab(draft, "t2", -1)).tabs).toEqual(["t2 s3", "t1 s1 s2"]);
  expect(moveTab(draft, "t2", 1)).toBe(draft);
  expect(shape(moveSection(draft, "s2", -1)).tabs[0]).toBe("t1 s2 s1");
  expect(moveSection(draft, "s2", 1)).toBe(draft);
  const closed = changeSection(draft, "s2", { isCollapsed: true });
  expect(closed.settings.tabs[0]?.sections[1]).toEqual({ key: "s2", name: "s2", isCollapsed: true });
});

test("a section goes to another tab with its widgets, unless it is the last of its own", () => {
  const moved = moveSectionToTab(draft, "s1", "t2");
  expect(shape(moved)).toEqual({ tabs: ["t1 s2", "t2 s3 s1"], widgets: "abcd" });
  expect(moveSectionToTab(draft, "s3", "t1")).toBe(draft);
});

test("what is removed takes its widgets along, and comes back whole where it was", () => {
  const noTab = removeTab(draft, "t1");
  expect(shape(noTab)).toEqual({ tabs: ["t2 s3"], widgets: "cd" });
  expect(shape(bringBack(noTab, draft, noTab))).toEqual(shape(draft));
  const noSection = removeSection(draft, "s1");
  expect(shape(noSection)).toEqual({ tabs: ["t1 s2", "t2 s3"], widgets: "bcd" });
  expect(shape(bringBack(noSection, draft, noSection))).toEqual(shape(draft));
});

test("the last tab and the last section of a tab stay", () => {
  const one = removeTab(draft, "t1");
  expect(removeTab(one, "t2")).toBe(one);
  expect(removeSection(one, "s3")).toBe(one);
});

test("what was changed since a removal stays changed when it is undone", () => {
  const removed = removeTab(draft, "t1");
  const since = renameTab(removed, "t2", "Costs");
  const back = bringBack(since, draft, removed);
  expect(shape(back)).toEqual(shape(draft));
  expect(back.settings.tabs[1]?.name).toBe("Costs");
  expect(bringBack(back, draft, removed)).toBe(back);
});

test("removed widgets come back to their place; others make room", () => {
  const removed = { ...draft, widgets: draft.widgets.filter(({ key }) => key !== "c") };
  const since = {
    ...removed,
    widgets: removed.widgets.map((w) => (w.key === "d" ? metric("d", [0, 0], "s3") : w)),
  };
  const back = bringBack(since, draft, removed).widgets;
  expect(back.find(({ key }) => key === "c")?.layout).toMatchObject({ x: 0, y: 0 });
  expect(back.find(({ key }) => key === "d")?.layout).toMatchObject({ x: 0, y: 2 });
});
