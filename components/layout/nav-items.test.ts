import { expect, test } from "vitest";
import { currentOf, type NavKey, navSections } from "./nav-items";

const keysFor = (role: "OWNER" | "ADMIN" | "EDITOR" | "VIEWER"): NavKey[] =>
  navSections("harbor", role).flatMap((section) => section.items.map((item) => item.key));

test("a viewer is shown nothing they could not open", () => {
  expect(keysFor("VIEWER")).toEqual(["home", "dashboards", "reports", "schedules", "lists", "queries"]);
});

test("an admin is shown everything", () => {
  expect(keysFor("ADMIN")).toHaveLength(10);
  expect(keysFor("OWNER")).toEqual(keysFor("ADMIN"));
});

test("a section without links is not shown", () => {
  expect(navSections("harbor", "EDITOR").map((section) => section.key)).toEqual(["main", "data"]);
});

test("a link is current on its page and below it, but not beside it", () => {
  const items = navSections("harbor", "OWNER").flatMap((section) => section.items);
  const current = (pathname: string) =>
    items.flatMap((item) => (currentOf(item, pathname) ? [item.key] : []));
  expect(current("/harbor")).toEqual(["home"]);
  expect(current("/harbor/reports")).toEqual(["reports"]);
  expect(current("/harbor/reports/r1/edit")).toEqual(["reports"]);
  expect(current("/harbor/reports-archive")).toEqual([]);
});
