import { text } from "node:stream/consumers";
import { prerenderToNodeStream } from "react-dom/static";
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
/** Waits for what is loaded when it is drawn. */
async function draw(spec: unknown): Promise<string> {
  const model = prepareContent(ContentSpec.parse(spec), context);
  return text((await prerenderToNodeStream(<ContentView model={model} />)).prelude);
}

test("a text shows its variables as words, and HTML as the text it is", async () => {
  const markup = await draw({
    kind: "text",
    title: "",
    markdown: "**{{filter:clinic}}** in {{period}} <img onerror=x>",
  });
  expect(markup).toContain('<span class="font-semibold">North Quay</span>');
  expect(markup).toContain("1–31 October 2026");
  expect(markup).not.toContain("<img");
});

test("a picture is read from the workspace, and says what it shows", async () => {
  const pictureId = "01990000-0000-7000-8000-000000000001";
  const markup = await draw({ kind: "image", title: "", pictureId, alt: "The clinic's front door" });
  expect(markup).toContain(`src="/api/v1/pictures/${pictureId}?workspace=clinics"`);
  expect(markup).toContain('alt="The clinic&#x27;s front door"');
  expect(ContentSpec.safeParse({ kind: "image", title: "", pictureId, alt: " " }).success).toBe(false);
});

test.each(["insight", "prediction", "alerts"])("%s says what will stand there", async (kind) => {
  expect(await draw({ kind, title: "" })).toMatch(/No \w+ yet.*will/s);
});

test("figures need a query, content does not", () => {
  const needs = (spec: unknown) => needsQuery(WidgetSpec.parse(spec));
  expect(needs({ kind: "table", title: "" })).toBe(true);
  expect(needs({ kind: "text", title: "", markdown: "" })).toBe(false);
  expect(needs({ kind: "alerts", title: "" })).toBe(false);
});
