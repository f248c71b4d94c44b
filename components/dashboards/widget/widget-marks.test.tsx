import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import type { WidgetDto } from "@/lib/dashboards/schemas";
import type { WidgetData } from "@/lib/dashboards/view/schemas";
import type { WidgetScene } from "../screen-types";
import { WidgetMarks } from "./widget-marks";

const scene = { refreshSeconds: null, place: { locale: "en-GB", zone: "Europe/Berlin" } } as WidgetScene;

function draw(data: Partial<WidgetData>): string {
  const answer = {
    asOf: "2026-11-29T08:00:00Z",
    notFiltered: [],
    followsPeriod: true,
    ...data,
  } as WidgetData;
  const widget = { options: { refreshSeconds: null } } as WidgetDto;
  return renderToStaticMarkup(
    <WidgetMarks widget={widget} scene={scene} state={{ data: answer, isOld: false } as never} />,
  );
}

test("a figure says when it does not show the period that is chosen", () => {
  expect(draw({ followsPeriod: false })).toContain('aria-label="Does not show the chosen period"');
  expect(draw({})).not.toContain("period");
});

test("a figure says which filters do not reach it", () => {
  expect(draw({ notFiltered: ["clinic"] })).toContain('aria-label="Not filtered by Clinic"');
});
