import { expect, test } from "vitest";
import { DashboardSettings, WidgetInput } from "@/lib/dashboards/schemas";
import { figuresInSight } from "./in-sight";

const figure = (key: string, section: string, y: number) =>
  WidgetInput.parse({
    key,
    section,
    queryId: "01990000-0000-7000-8000-000000000001",
    visual: { kind: "metric", title: "", value: "v" },
    layout: { x: 0, y, w: 3, h: 20 },
  });

test("only what is near the top of the chosen tab is in sight", () => {
  const settings = DashboardSettings.parse({
    tabs: [
      { key: "first", sections: [{ key: "main" }, { key: "closed", isCollapsed: true }, { key: "below" }] },
      { key: "second", sections: [{ key: "other" }] },
    ],
  });
  const text = { key: "words", queryId: null, visual: { kind: "text", title: "", markdown: "" } } as const;
  const widgets = [
    figure("top", "main", 0),
    figure("far", "main", 30),
    figure("hidden", "closed", 0),
    figure("under", "below", 0),
    figure("elsewhere", "other", 0),
    WidgetInput.parse({ ...text, layout: { x: 6, y: 0, w: 3, h: 2 } }),
  ];
  const keys = (tab: string | null) => figuresInSight({ settings, widgets }, tab).map(({ key }) => key);
  expect(keys(null)).toEqual(["top"]);
  expect(keys("gone")).toEqual(["top"]);
  expect(keys("second")).toEqual(["elsewhere"]);
});
