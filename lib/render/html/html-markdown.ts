import { html, type SafeHtml } from "@/lib/render/html/html-text";
import { type MarkdownBlock, type MarkdownRun, parseMarkdown } from "@/lib/render/markdown";

export function markdownToHtml(markdown: string): SafeHtml {
  return html`<div class="text">${parseMarkdown(markdown).map(blockToHtml)}</div>`;
}

function blockToHtml(block: MarkdownBlock): SafeHtml {
  switch (block.kind) {
    case "paragraph":
      return html`<p>${block.runs.map(runToHtml)}</p>`;
    case "heading":
      return html`<h4>${block.runs.map(runToHtml)}</h4>`;
    case "list": {
      const items = block.items.map((item) => html`<li>${item.map(itemPart)}</li>`);
      return block.ordered ? html`<ol start="${block.start}">${items}</ol>` : html`<ul>${items}</ul>`;
    }
    case "quote":
      return html`<blockquote>${block.blocks.map(blockToHtml)}</blockquote>`;
    case "code":
      return html`<pre>${block.text}</pre>`;
    case "rule":
      return html`<hr>`;
  }
}

/** A list item's own line needs no paragraph around it. */
function itemPart(block: MarkdownBlock): SafeHtml {
  return block.kind === "paragraph" ? html`${block.runs.map(runToHtml)}` : blockToHtml(block);
}

function runToHtml(run: MarkdownRun): SafeHtml {
  if (run.text === "\n") return html`<br>`;
  let part = html`${run.text}`;
  if (run.code) part = html`<code>${part}</code>`;
  if (run.strike) part = html`<s>${part}</s>`;
  if (run.italic) part = html`<em>${part}</em>`;
  if (run.bold) part = html`<strong>${part}</strong>`;
  return run.href ? html`<a href="${run.href}" rel="noopener noreferrer">${part}</a>` : part;
}
