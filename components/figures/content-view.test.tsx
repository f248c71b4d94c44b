import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { ContentView } from "@/components/figures/content-view";
import { prepareContent } from "@/lib/charts/prepare-content";
import { ContentSpec } from "@/lib/charts/content-spec";
import { needsQuery } from "@/lib/charts/kinds";
import { WidgetSpec } from "@/lib/charts/spec";

const context = {
  variables: { period: "1–31 October 2026", today: "20 Nov 2026", filters: { clinic: "North Quay" } },
  workspace: "clinics",
};
const draw = (spec: unknown) =>
  renderToStaticMarkup(<ContentView model={prepareContent(ContentSpec.parse(spec), context)} />);

test("a text shows its variables as words, and HTML as the text it is", () => {
  const markup = draw({
    kind: "text",
    title: "",
    markdown: "**{{filter:clinic}}** in {{period}} <img onerror=x>",
  });
  expect(markup).toContain('<span class="font-semibold">North Quay</span>');
  expect(markup).toContain("1–31 October 2026");
  expect(markup).not.toContain("<img");
});

test("a picture is read from the workspace, and says what it shows", () => {
  const pictureId = "01990000-0000-7000-8000-000000000001";
  const markup = draw({ kind: "image", title: "", pictureId, alt: "The clinic's front door" });
  expect(markup).toContain(`src="/api/v1/pictures/${pictureId}?workspace=clinics"`);
  expect(markup).toContain('alt="The clinic&#x27;s front door"');
  expect(ContentSpec.safeParse({ kind: "image", title: "", pictureId, alt: " " }).success).toBe(false);
});

test.each(["insight", "prediction", "alerts"])("%s says what will stand there", (kind) => {
  expect(draw({ kind, title: "" })).toMatch(/No \w+ yet.*will/s);
});

test("figures need a query, content does not", () => {
  const needs = (spec: unknown) => needsQuery(WidgetSpec.parse(spec));
  expect(needs({ kind: "table", title: "" })).toBe(true);
  expect(needs({ kind: "text", title: "", markdown: "" })).toBe(false);
  expect(needs({ kind: "alerts", title: "" })).toBe(false);
});
