import { expect, test } from "vitest";
import type { DashboardSummary } from "@/lib/dashboards/schemas";
import { filterDashboards, sortDashboards } from "./filter-dashboards";

const summary = (name: string, more: Partial<DashboardSummary> = {}): DashboardSummary => ({
  id: name,
  publicId: "dash_0000000000",
  name,
  description: "",
  type: "PERSONAL",
  tags: [],
  visibility: "WORKSPACE",
  departmentId: null,
  jobRoles: [],
  isOpenToEditors: true,
  ownerId: "ada",
  ownerName: "Ada",
  widgetCount: 1,
  usageCount: 0,
  lastUsedAt: null,
  isFavourite: false,
  openedAt: null,
  activeLinkCount: 0,
  access: { edit: true, manage: true },
  updatedAt: "2026-11-20T08:00:00.000Z",
  ...more,
});

const ALL = { q: "", shelf: "all", type: "", tag: "" } as const;
const names = (dashboards: readonly DashboardSummary[]) => dashboards.map(({ name }) => name);

test("shelves, types, tags and words narrow the list together", () => {
  const list = [
    summary("Beds", { tags: ["ward"], isFavourite: true }),
    summary("Board", { type: "EXECUTIVE", ownerId: "bo", ownerName: "Bo" }),
  ];
  expect(names(filterDashboards(list, { ...ALL, shelf: "mine" }, "ada"))).toEqual(["Beds"]);
  expect(names(filterDashboards(list, { ...ALL, shelf: "favourites" }, "bo"))).toEqual(["Beds"]);
  expect(names(filterDashboards(list, { ...ALL, type: "EXECUTIVE" }, "ada"))).toEqual(["Board"]);
  expect(names(filterDashboards(list, { ...ALL, tag: "ward" }, "ada"))).toEqual(["Beds"]);
  expect(names(filterDashboards(list, { ...ALL, q: "WARD be" }, "ada"))).toEqual(["Beds"]);
  expect(names(filterDashboards(list, { ...ALL, q: "bo" }, "ada"))).toEqual(["Board"]);
});

test("what the reader opened last comes first, then what anybody used", () => {
  const list = [
    summary("Never"),
    summary("Used", { lastUsedAt: "2026-11-21T08:00:00.000Z", usageCount: 9 }),
    summary("Opened", { openedAt: "2026-11-19T08:00:00.000Z" }),
  ];
  expect(names(sortDashboards(list, "recent"))).toEqual(["Opened", "Used", "Never"]);
  expect(names(sortDashboards(list, "used"))).toEqual(["Used", "Never", "Opened"]);
});
