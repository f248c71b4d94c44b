import { expect, it } from "vitest";
import type { QuerySummary } from "@/lib/queries/schemas";
import { filterQueries } from "./filter-queries";

const query = (name: string, more: Partial<QuerySummary> = {}): QuerySummary => ({
  id: name,
  name,
  description: "",
  category: "",
  tags: [],
  dataSourceId: "shop",
  dataSourceName: "Shop",
  updatedAt: "2026-11-20T08:00:00Z",
  ...more,
});
const QUERIES = [
  query("Revenue by month", { category: "Finance", tags: ["board"] }),
  query("No-shows by hour", { description: "Missed appointments", category: "Quality" }),
  query("Staff", { dataSourceId: "hr" }),
];
const NONE = { q: "", category: "", source: "" };

it("keeps what fits every filter", () => {
  const names = (filters: Partial<typeof NONE>) =>
    filterQueries(QUERIES, { ...NONE, ...filters }).map((entry) => entry.name);
  expect(names({})).toHaveLength(3);
  expect(names({ q: "  month REVENUE" })).toEqual(["Revenue by month"]);
  expect(names({ q: "board" })).toEqual(["Revenue by month"]);
  expect(names({ q: "missed" })).toEqual(["No-shows by hour"]);
  expect(names({ category: "Quality" })).toEqual(["No-shows by hour"]);
  expect(names({ source: "hr" })).toEqual(["Staff"]);
  expect(names({ q: "staff", category: "Quality" })).toEqual([]);
});
