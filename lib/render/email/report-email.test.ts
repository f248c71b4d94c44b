import { expect, test } from "vitest";
import { renderNoticeEmail } from "@/lib/render/email/notice-email";
import { renderReportEmail } from "@/lib/render/email/report-email";
import type { ReportEmailInput } from "@/lib/render/email/types";
import { sampleDocument } from "@/lib/render/testing/sample-document";
import { lineChart, practitionerTable, sampleMetrics } from "@/lib/render/testing/sample-models";

function sampleInput(overrides: Partial<ReportEmailInput> = {}): ReportEmailInput {
  return {
    document: sampleDocument(),
    message: "Revenue rose.\n\nOne thing needs you.",
    recipientReason: "You receive this because you are on the list Clinic managers.",
    links: {
      report: "https://reports.example.com/r/1",
      record: "https://reports.example.com/runs/1",
      unsubscribe: "https://reports.example.com/u/1",
      files: [
        {
          label: "Operations.pdf",
          url: "https://reports.example.com/f/1",
          bytes: 24_000_000,
          expiresText: "until 3 Dec 2026",
        },
      ],
    },
    attachedNames: ["Operations.xlsx"],
    charts: [{ blockId: "b2", cid: "chart-b2", alt: lineChart().summary, width: 532, height: 230 }],
    ...overrides,
  };
}

/** What a reader sees of the HTML part. */
const visible = (html: string) =>
  html
    .replace(/<(style|title)[^>]*>[\s\S]*?<\/\1>/g, "")
    .replace(/<!--[\s\S]*?-->/g, "")
    .replace(/<[^>]+>/g, " ")
    .replaceAll("&amp;", "&")
    .replaceAll("&#x27;", "'")
    .replace(/[\s\u00a0]+/g, " ");

test("both parts hold every metric, the message, the reason and the links", async () => {
  const { html, text } = await renderReportEmail(sampleInput());
  for (const part of [visible(html), text.replace(/\s+/g, " ")]) {
    for (const metric of sampleMetrics()) {
      expect(part).toContain(metric.title);
      expect(part).toContain(metric.text);
      expect(part).toContain(metric.comparison?.changeText);
    }
    expect(part).toContain("One thing needs you.");
    expect(part).toContain("You receive this because you are on the list Clinic managers.");
    expect(part).toContain("Data as of 1 November 2026, 06:00 Berlin · Version 8 · Clinic: North Quay");
    expect(part).toContain("Attached: Operations.xlsx");
    expect(part).toMatch(/Operations\.pdf \(24\sMB, until 3 Dec 2026\)/);
  }
  for (const url of ["r/1", "runs/1", "u/1", "f/1"]) {
    expect(html).toContain(`href="https://reports.example.com/${url}"`);
    expect(text).toContain(`https://reports.example.com/${url}`);
  }
});

test("a drawn chart is an inline image that reads well when images are off; others are a sentence", async () => {
  const { html, text } = await renderReportEmail(sampleInput());
  expect(html).toMatch(/<img[^>]*alt="Revenue rose from €216,000 in November to €268,410 in October\."/);
  expect(html).toContain('src="cid:chart-b2"');
  expect(html.match(/<img/g)).toHaveLength(1);
  expect(visible(html)).toContain("Insurance paid 63.7 % of the revenue.");
  expect(text).toContain("Revenue rose from €216,000 in November to €268,410 in October.");
});

test("short tables are in the mail, long ones are named with their length", async () => {
  const short = practitionerTable(12, { title: "Short" });
  const long = practitionerTable(13, { title: "Long" });
  const document = sampleDocument({
    blocks: [
      { id: "s", kind: "table", model: short },
      { id: "l", kind: "table", model: long },
    ],
  });
  const { html, text } = await renderReportEmail(sampleInput({ document, charts: [] }));
  for (const part of [visible(html), text]) {
    for (const row of short.rows) expect(part).toContain(row[5]?.text);
    expect(part).toContain(short.totals?.[5]?.text);
    expect(part).toContain("13 rows. Open the report or its files to read them.");
  }
});

test("the inbox's first words are the figures", async () => {
  const { html } = await renderReportEmail(sampleInput());
  expect(visible(html).trim()).toMatch(/^Revenue €268,410 \(\+4\.2 %\) · Kept appointments 2,391/);
});

test("without figures the message comes first, and absent links leave no trace", async () => {
  const document = sampleDocument({ blocks: [], parameters: [] });
  const { html, text } = await renderReportEmail(
    sampleInput({
      document,
      charts: [],
      attachedNames: [],
      links: { report: "https://reports.example.com/r/1", files: [] },
    }),
  );
  expect(visible(html).trim()).toMatch(/^Revenue rose\./);
  expect(text).not.toMatch(/Unsubscribe|record|Attached/);
  expect(visible(html)).not.toMatch(/Unsubscribe|record|Attached/);
});

test("names and messages cannot bring markup into the mail", async () => {
  const hostile = '<img src=x onerror="alert(1)">';
  const document = sampleDocument({
    title: hostile,
    workspaceName: hostile,
    blocks: [
      { id: "h", kind: "heading", level: 1, text: hostile },
      { id: "x", kind: "text", markdown: `${hostile} [x](javascript:alert(1))` },
      { id: "t", kind: "table", model: practitionerTable(1, { title: hostile }) },
    ],
  });
  const { html } = await renderReportEmail(sampleInput({ document, message: hostile, charts: [] }));
  expect(html).not.toContain("<img");
  expect(html).not.toContain("javascript:");
});

test("a notice has its words and its action in both parts", async () => {
  const { html, text } = await renderNoticeEmail({
    title: "“Monthly clinic operations” was held",
    paragraphs: ["The source answered no rows.", "Nothing was sent."],
    action: { label: "Look at the run", url: "https://reports.example.com/runs/1" },
  });
  for (const part of [visible(html), text]) {
    for (const words of ["“Monthly clinic operations” was held", "Nothing was sent.", "Look at the run"]) {
      expect(part).toContain(words);
    }
  }
  expect(html).toContain('href="https://reports.example.com/runs/1"');
  expect(text).toContain("https://reports.example.com/runs/1");
});
