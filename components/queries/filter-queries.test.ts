import { expect, it } from "vitest";
import type { QuerySummary } from "@/lib/queries/schemas";
import { filterQueries, type QueryFilters, sortQueries } from "./filter-queries";

const query = (name: string, more: Partial<QuerySummary> = {}): QuerySummary => ({
  id: name,
  name,
  description: "",
  category: "",
  tags: [],
  dataSourceId: "shop",
  dataSourceName: "Shop",
  kind: "sql",
  ownerId: "ada",
  ownerName: "Ada",
  visibility: "WORKSPACE",
  departmentId: null,
  jobRoles: [],
  isTemplate: false,
  isFavourite: false,
  usageCount: 0,
  lastRunAt: null,
  updatedAt: "2026-11-20T08:00:00Z",
  ...more,
});
const QUERIES = [
  query("Revenue by month", { category: "Finance", tags: ["board"], usageCount: 3, isTemplate: true }),
  query("No-shows by hour", {
    description: "Missed appointments",
    category: "Quality",
    ownerId: "bo",
    ownerName: "Bo",
    isFavourite: true,
    lastRunAt: "2026-11-20T08:00:00Z",
  }),
  query("Staff", { dataSourceId: "hr", usageCount: 9, updatedAt: "2026-11-21T08:00:00Z" }),
];
const NONE: QueryFilters = { q: "", category: "", tag: "", source: "", shelf: "all" };

it("keeps what fits every filter", () => {
  const names = (filters: Partial<QueryFilters>) =>
    filterQueries(QUERIES, { ...NONE, ...filters }, "ada").map((entry) => entry.name);
  expect(names({})).toHaveLength(3);
  expect(names({ q: "  month REVENUE" })).toEqual(["Revenue by month"]);
  expect(names({ q: "board" })).toEqual(["Revenue by month"]);
  expect(names({ q: "missed" })).toEqual(["No-shows by hour"]);
  expect(names({ q: "bo", category: "Quality" })).toEqual(["No-shows by hour"]);
  expect(names({ category: "Quality" })).toEqual(["No-shows by hour"]);
  expect(names({ tag: "board" })).toEqual(["Revenue by month"]);
  expect(names({ source: "hr" })).toEqual(["Staff"]);
  expect(names({ q: "staff", category: "Quality" })).toEqual([]);
});

it("has shelves for one's own, favourites and templates", () => {
  const names = (shelf: QueryFilters["shelf"]) =>
    filterQueries(QUERIES, { ...NONE, shelf }, "ada").map((entry) => entry.name);
  expect(names("mine")).toEqual(["Revenue by month", "Staff"]);
  expect(names("favourites")).toEqual(["No-shows by hour"]);
  expect(names("templates")).toEqual(["Revenue by month"]);
});

it("sorts by name, use, last run and change", () => {
  const first = (order: Parameters<typeof sortQueries>[1]) => sortQueries(QUERIES, order)[0]?.name;
  expect([first("name"), first("used"), first("run"), first("changed")]).toEqual([
    "No-shows by hour",
    "Staff",
    "No-shows by hour",
    "Staff",
  ]);
});
