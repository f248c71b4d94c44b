import { assertNever } from "@/lib/errors";
import { chartToTable } from "@/lib/charts/table-of";
import { changeWords, targetWords } from "@/lib/charts/metric-words";
import type { ChartModel, MetricModel, Notice } from "@/lib/charts/types";
import { NO_DATA_TEXT } from "@/lib/render/figures";
import { markdownToHtml } from "@/lib/render/html/html-markdown";
import { documentStyle } from "@/lib/render/html/html-style";
import { tableToHtml } from "@/lib/render/html/html-table";
import { html, type SafeHtml, trusted } from "@/lib/render/html/html-text";
import { renderChartSvg } from "@/lib/render/svg/render-chart-svg";
import type { PreparedBlock, PreparedDocument } from "@/lib/reports/document";

type PictureBlock = Extract<PreparedBlock, { kind: "picture" }>;

const CHART = { width: 706, height: 270 } as const;

/**
 * The report as one HTML file that needs nothing else: style, fonts and charts are inside, and its content
 * security policy forbids scripts and every request.
 */
export function renderHtml(document: PreparedDocument): string {
  const { css, sha256 } = documentStyle();
  const policy = `default-src 'none'; style-src 'sha256-${sha256}'; font-src data:; img-src data:; base-uri 'none'; form-action 'none'`;
  const parameters = document.parameters.map(({ label, value }) => `${label}: ${value}`).join(" · ");
  const page = html`<!doctype html>
<html lang="${document.locale}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="generator" content="Broadsheet">
<meta name="author" content="${document.workspaceName}">
<meta name="referrer" content="no-referrer">
<title>${document.title}</title>
<style>${trusted(css)}</style>
</head>
<body>
<main>
<header><span>${document.workspaceName}</span><span>${document.subtitle}</span></header>
<div class="masthead">
<h1>${document.title}</h1>
<p class="facts">${[document.subtitle, document.asOfText].filter(Boolean).join(" · ")}</p>
${parameters ? html`<p class="facts">${parameters}</p>` : null}
</div>
${document.blocks.map(blockToHtml)}
<footer><span>${document.versionLabel}</span><span>${document.asOfText}</span></footer>
</main>
</body>
</html>
`;
  return page.safe;
}

function blockToHtml(block: PreparedBlock): SafeHtml {
  switch (block.kind) {
    case "heading":
      return block.level === 1 ? html`<h2>${block.text}</h2>` : html`<h2 class="minor">${block.text}</h2>`;
    case "text":
      return markdownToHtml(block.markdown);
    case "metrics":
      return html`<dl class="metrics">${block.items.map(metricToHtml)}</dl>`;
    case "chart":
      return chartToHtml(block.model);
    case "table":
      return html`<figure>${caption(block.model.title)}${tableToHtml(block.model)}${noticesToHtml(block.model.notices)}</figure>`;
    case "picture":
      return pictureToHtml(block);
    case "page_break":
      return html`<hr class="page-break">`;
    case "error":
      return html`<section class="error"><strong>${block.title} could not be prepared</strong><p>${block.message}</p></section>`;
    default:
      return assertNever(block);
  }
}

function pictureToHtml({ title, alt, picture }: PictureBlock): SafeHtml {
  if (!picture) return html`<figure>${caption(title)}<p class="empty">${alt}</p></figure>`;
  const { src, width, height } = picture;
  return html`<figure>${caption(title)}<img src="${src}" alt="${alt}" width="${width}" height="${height}"></figure>`;
}

function metricToHtml(item: MetricModel): SafeHtml {
  const { comparison } = item;
  const tone = comparison?.tone === "neutral" ? "" : (comparison?.tone ?? "");
  const [words, target] = [changeWords(item), targetWords(item)];
  const change = words
    ? html`<dd class="change"><b class="${tone}">${words}</b> ${comparison?.label ?? ""}</dd>`
    : null;
  return html`<div class="metric"><dt>${item.title}</dt><dd class="figure">${item.text}</dd>${change}${
    target ? html`<dd class="change">${target}</dd>` : null
  }${item.value === null ? html`<dd class="change">${NO_DATA_TEXT}</dd>` : null}${noticesToHtml(item.notices)}</div>`;
}

function chartToHtml(model: ChartModel): SafeHtml {
  if (model.empty) {
    return html`<figure class="chart">${caption(model.title)}<p class="empty">${NO_DATA_TEXT}</p>${noticesToHtml(model.notices)}</figure>`;
  }
  const svg = trusted(renderChartSvg(model, { ...CHART, theme: "light" }));
  return html`<figure class="chart">${caption(model.title)}<div class="drawing" role="img" aria-label="${model.summary}">${svg}</div>${noticesToHtml(model.notices)}<details><summary>Show the figures as a table</summary>${tableToHtml(chartToTable(model))}</details></figure>`;
}

function caption(title: string): SafeHtml | null {
  return title ? html`<figcaption><h3>${title}</h3></figcaption>` : null;
}

function noticesToHtml(notices: readonly Notice[]): SafeHtml[] {
  return notices.map((notice) => html`<p class="notice">${notice.text}</p>`);
}
