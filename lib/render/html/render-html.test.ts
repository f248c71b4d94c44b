import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import { renderHtml } from "@/lib/render/html/render-html";
import { sampleDocument } from "@/lib/render/testing/sample-document";
import {
  lineChart,
  practitionerTable,
  revenueMetric,
  sampleMetrics,
} from "@/lib/render/testing/sample-models";

test("holds every figure, and the table behind every chart", () => {
  const page = renderHtml(sampleDocument());
  for (const metric of sampleMetrics()) expect(page).toContain(metric.text);
  expect(page.match(/<svg/g)).toHaveLength(3);
  expect(page.match(/<details>/g)).toHaveLength(3);
  expect(page).toContain('aria-label="Insurance paid 63.7 % of the revenue."');
  for (const row of practitionerTable(60).rows) expect(page).toContain(`>${row[5]?.text}<`);
  expect(page).toContain("data as of 1 November 2026, 06:00 Berlin");
  expect(page.split("No data in this period").length - 1).toBe(2);
});

test("needs nothing from outside and runs nothing", () => {
  const page = renderHtml(sampleDocument());
  const style = /<style>([\s\S]*?)<\/style>/.exec(page)?.[1] ?? "";
  const policy = /http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(page)?.[1] ?? "";
  const hash = createHash("sha256").update(style).digest("base64");
  expect(policy).toContain("default-src &#39;none&#39;");
  expect(policy).toContain(`&#39;sha256-${hash}&#39;`);
  expect(policy).not.toContain("script-src");
  expect(policy).not.toContain("unsafe");
  expect(page).not.toContain(" style=");
  expect(page).not.toMatch(/<script|<link|<iframe|\son\w+=|src="http|url\(http/);
});

test("a picture is inside, and one that is gone leaves its description", () => {
  const src = "data:image/png;base64,iVBORw0KGgo=";
  const picture = { id: "p", kind: "picture" as const, title: "Door", alt: 'The "front" door', share: 1 };
  const page = renderHtml(
    sampleDocument({
      blocks: [
        { ...picture, picture: { src, width: 40, height: 30 } },
        { ...picture, id: "q", picture: null },
      ],
    }),
  );
  expect(page).toContain(`<img src="${src}" alt="The &quot;front&quot; door" width="40" height="30">`);
  expect(page.match(/The &quot;front&quot; door/g)).toHaveLength(2);
  expect(page).toContain("img-src data:");
});

test("text from people and data is escaped everywhere", () => {
  const hostile = `"><script>alert('x')</script>`;
  const cell = { raw: hostile, text: hostile };
  const page = renderHtml(
    sampleDocument({
      title: hostile,
      subtitle: hostile,
      workspaceName: hostile,
      versionLabel: hostile,
      asOfText: hostile,
      locale: hostile,
      parameters: [{ label: hostile, value: hostile }],
      blocks: [
        { id: "h", kind: "heading", level: 1, text: hostile },
        {
          id: "x",
          kind: "text",
          markdown: `${hostile}\n\n[a](https://example.com/"onclick="x)\n\n\`${hostile}\``,
        },
        {
          id: "m",
          kind: "metrics",
          items: [
            revenueMetric({ title: hostile, text: hostile, notices: [{ kind: "merged", text: hostile }] }),
          ],
        },
        {
          id: "c",
          kind: "chart",
          model: lineChart({
            title: hostile,
            summary: hostile,
            unitLabel: hostile,
            xName: hostile,
            locale: "en-GB",
            series: [{ key: "now", name: hostile, color: 0 }],
            points: [
              { label: hostile, x: hostile, values: { now: 200_000 } },
              { label: "b", x: "b", values: { now: 250_000 } },
            ],
            xType: "category",
          }),
        },
        {
          id: "t",
          kind: "table",
          model: practitionerTable(0, {
            title: hostile,
            columns: [{ key: "a", name: hostile, type: "text", align: "left" }],
            rows: [[cell]],
            totals: [cell],
          }),
        },
        { id: "e", kind: "error", title: hostile, message: hostile },
      ],
    }),
  );
  expect(page).not.toContain("<script");
  expect(page).not.toMatch(/"onclick=/);
  expect(page.split("&lt;script&gt;").length).toBeGreaterThan(12);
});
