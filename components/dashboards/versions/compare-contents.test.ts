import { expect, test } from "vitest";
import { DashboardFilters, DashboardSettings, type WidgetDto, WidgetInput } from "@/lib/dashboards/schemas";
import { compareContents, type Content } from "./compare-contents";

const widget = (key: string, more: Record<string, unknown> = {}): WidgetDto =>
  WidgetInput.parse({
    key: key.toLowerCase(),
    queryId: "7d1d6c1e-56f0-4d7a-9a6c-0b6c7d0e1f2a",
    visual: { kind: "pie", title: key, category: "channel", value: "bookings" },
    layout: { x: 0, y: 0, w: 4, h: 5 },
    ...more,
  });

const content = (widgets: WidgetDto[], more: Partial<Content> = {}): Content => ({
  name: "Beds",
  description: "",
  filters: DashboardFilters.parse({}),
  settings: DashboardSettings.parse({}),
  widgets,
  ...more,
});

const texts = (before: Content, after: Content) => compareContents(before, after).map(({ text }) => text);

test("the same content differs in nothing, whatever the order of its keys and widgets", () => {
  const [a, b] = [widget("a"), widget("b", { layout: { x: 4, y: 0, w: 4, h: 5 } })];
  expect(compareContents(content([a, b]), content([b, { ...a }]))).toEqual([]);
});

test("widgets are added, removed, moved, sized and drawn otherwise", () => {
  const before = content([
    widget("Stays"),
    widget("Goes"),
    widget("Moves"),
    widget("Grows"),
    widget("Turns"),
  ]);
  const after = content([
    widget("Stays"),
    widget("Moves", { layout: { x: 8, y: 0, w: 4, h: 5 } }),
    widget("Grows", { layout: { x: 0, y: 0, w: 6, h: 5 } }),
    widget("Turns", { visual: { kind: "table", title: "Turns" } }),
    widget("Comes"),
  ]);
  expect(texts(before, after)).toEqual([
    "Moved “Moves”",
    "Made “Grows” larger",
    "Drew “Turns” as table instead of pie",
    "Added “Comes”, pie",
    "Removed “Goes”",
  ]);
});

test("names, filters and tabs are compared by what they are called", () => {
  const before = content([], {
    filters: DashboardFilters.parse({ fields: [{ name: "clinic", type: "text" }] }),
  });
  const after = content([], {
    name: "Beds of the ward",
    filters: DashboardFilters.parse({
      range: { kind: "relative", name: "last_7_days" },
      fields: [
        { name: "clinic", label: "Clinic", type: "text" },
        { name: "ward", type: "text" },
      ],
    }),
    settings: DashboardSettings.parse({
      tabs: [
        { key: "main", name: "", sections: [{ key: "main" }] },
        { key: "more", name: "More", sections: [{ key: "more" }] },
      ],
    }),
  });
  expect(texts(before, after)).toEqual([
    "Named “Beds of the ward” instead of “Beds”",
    "Another period or comparison to begin with",
    "Changed the filter “Clinic”",
    "Added the filter “ward”",
    "Added the tab “More”",
    "Added the section “Section 1”",
  ]);
});
