import { NuqsTestingAdapter } from "nuqs/adapters/testing";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import type { DashboardSummary } from "@/lib/dashboards/schemas";
import { DashboardList } from "./dashboard-list";
import type { DashboardActions } from "./screen-types";

const refuse = () => Promise.reject(new Error("nothing is sent while drawing"));
const actions: DashboardActions = {
  create: refuse,
  save: refuse,
  remove: refuse,
  restore: refuse,
  links: { create: refuse, revoke: refuse },
  exportFile: refuse,
  saveAsTemplate: refuse,
  own: {
    setFavourite: refuse,
    saveView: refuse,
    clearView: refuse,
    changeSharing: refuse,
    share: refuse,
    unshare: refuse,
    transfer: refuse,
    restoreVersion: refuse,
    chooseStart: refuse,
    clearOwnStart: refuse,
  },
};

const summary = (name: string, more: Partial<DashboardSummary> = {}): DashboardSummary => ({
  id: `id-${name}`,
  publicId: "dash_0000000000",
  name,
  description: "",
  type: "PERSONAL",
  tags: [],
  visibility: "WORKSPACE",
  departmentId: null,
  jobRoles: [],
  isOpenToEditors: true,
  ownerId: "1e0c2f0e-5a1c-4b53-8d2b-6b1d9f7c0a11",
  ownerName: "Leila Haddad",
  widgetCount: 3,
  usageCount: 0,
  lastUsedAt: null,
  isFavourite: false,
  openedAt: null,
  activeLinkCount: 0,
  access: { edit: true, manage: true },
  updatedAt: "2026-11-20T08:00:00.000Z",
  ...more,
});

function draw(dashboards: DashboardSummary[], options: { editor?: boolean; search?: string } = {}): string {
  const { editor = true, search = "" } = options;
  return renderToStaticMarkup(
    <NuqsTestingAdapter searchParams={search}>
      <DashboardList
        workspace={{ slug: "harbor", zone: "Europe/Berlin", locale: "en-GB" }}
        dashboards={dashboards}
        me="1e0c2f0e-5a1c-4b53-8d2b-6b1d9f7c0a11"
        now="2026-11-20T08:00:00.000Z"
        can={{ create: editor }}
        actions={actions}
      />
    </NuqsTestingAdapter>,
  );
}

const order = (html: string) => [...html.matchAll(/<h2[^>]*><a[^>]*>([^<]*)<\/a>/g)].map((match) => match[1]);

test("without dashboards an editor is offered to make one, a viewer is told who can", () => {
  expect(draw([])).toContain("New dashboard");
  const viewer = draw([], { editor: false });
  expect(viewer).toContain("An editor can.");
  expect(viewer).not.toContain("<button");
});

test("it keeps the recent ones first, sorts by name, and finds every word of a search", () => {
  const dashboards = [
    summary("Quality", { description: "Trainings due soon" }),
    summary("Clinics", { description: "No-shows by hour" }),
  ];
  expect(order(draw(dashboards))).toEqual(["Quality", "Clinics"]);
  expect(order(draw(dashboards, { search: "?sort=name" }))).toEqual(["Clinics", "Quality"]);
  expect(order(draw(dashboards, { search: "?q=DUE+trainings" }))).toEqual(["Quality"]);
  expect(draw(dashboards, { search: "?q=payroll" })).toContain("No dashboard has “payroll”");
});

test("a private one says so, and a viewer gets no menu", () => {
  const mine = summary("Mine", { visibility: "PRIVATE" });
  expect(draw([mine])).toContain("Private");
  expect(draw([mine])).toContain("More about Mine");
  const seen = { ...mine, access: { edit: false, manage: false } };
  expect(draw([seen], { editor: false })).not.toContain("More about Mine");
});
