import { expect, test } from "vitest";
import { DashboardFilters, DashboardSettings, type WidgetDto, WidgetInput } from "@/lib/dashboards/schemas";
import { change, cleared, type Draft, isSame, NO_HISTORY, redo, undo } from "./draft";

const named = (name: string, widgets: WidgetDto[] = []): Draft => ({
  name,
  description: "",
  type: "PERSONAL",
  tags: [],
  filters: DashboardFilters.parse({}),
  settings: DashboardSettings.parse({}),
  widgets,
});

const widget = (key: string): WidgetDto =>
  WidgetInput.parse({
    key,
    queryId: "7d1d6c1e-56f0-4d7a-9a6c-0b6c7d0e1f2a",
    visual: { kind: "pie", title: key, category: "channel", value: "bookings" },
    layout: { x: 0, y: 0, w: 4, h: 5 },
  });

test("undo goes back to the server's state and redo forward again", () => {
  const history = change(change(NO_HISTORY, named("a")), named("b"));
  const back = undo(undo(history));
  expect(back.present).toBeNull();
  expect(undo(back)).toBe(back);
  expect(redo(redo(back)).present?.name).toBe("b");
  expect(redo(history)).toBe(history);
});

test("a change after an undo drops what was undone", () => {
  const history = change(undo(change(NO_HISTORY, named("a"))), named("c"));
  expect(history.future).toEqual([]);
  expect(undo(history).present).toBeNull();
});

test("the letters of one text are undone together, and not with what came before", () => {
  const moved = change(NO_HISTORY, named("x", [widget("a")]));
  const typed = change(
    change(moved, named("xy", [widget("a")]), "name"),
    named("xyz", [widget("a")]),
    "name",
  );
  expect(undo(typed).present?.name).toBe("x");
  const again = change(undo(typed), named("xq"), "name");
  expect(undo(again).present?.name).toBe("x");
});

test("a save clears the draft it saved, and no later one", () => {
  const saved = named("a");
  const history = change(NO_HISTORY, saved);
  expect(cleared(history, saved)).toBe(NO_HISTORY);
  const later = change(history, named("b"));
  expect(cleared(later, saved)).toBe(later);
});

test("order of widgets, of keys and absent options are not a change; values are", () => {
  const one = named("a", [widget("a"), widget("b")]);
  const { layout, ...rest } = widget("a");
  const visual: WidgetDto["visual"] = {
    category: "channel",
    kind: "pie",
    unit: undefined,
    value: "bookings",
    title: "a",
  };
  const other = named("a ", [widget("b"), { layout, ...rest, visual }]);
  expect(isSame(one, other)).toBe(true);
  expect(isSame(one, named("a", [widget("a")]))).toBe(false);
  expect(isSame(one, named("b", [widget("a"), widget("b")]))).toBe(false);
});
