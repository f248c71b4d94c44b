import type { RequestContext } from "@/lib/context";
import type { MailAttachment } from "@/lib/mail";
import { type EmailChart, renderChartPng } from "@/lib/render";
import type { PreparedBlock, PreparedDocument } from "@/lib/reports/document";
import { storage } from "@/lib/storage";
import { chartKey, storedBytes } from "./stored-document";

/** CSS pixels: the width of a mail's text. */
const CHART_SIZE = { width: 532, height: 240 };

export type MailCharts = { charts: EmailChart[]; images: MailAttachment[] };

/** Every chart of the document as an inline image, drawn once for the run and kept beside its files. */
export async function mailCharts(
  ctx: RequestContext,
  executionId: string,
  document: PreparedDocument,
): Promise<MailCharts> {
  const result: MailCharts = { charts: [], images: [] };
  for (const block of document.blocks) {
    if (block.kind !== "chart" || block.model.empty) continue;
    const cid = `chart-${block.id}`;
    result.charts.push({ blockId: block.id, cid, alt: block.model.summary, ...CHART_SIZE });
    result.images.push({
      fileName: `${cid}.png`,
      contentType: "image/png",
      contentId: cid,
      content: await chartImage(ctx, executionId, block),
    });
  }
  return result;
}

async function chartImage(
  ctx: RequestContext,
  executionId: string,
  block: Extract<PreparedBlock, { kind: "chart" }>,
): Promise<Buffer> {
  const key = chartKey(ctx, executionId, block.id);
  const kept = await storedBytes(key);
  if (kept) return kept;
  const { bytes, contentType } = await renderChartPng(block.model, CHART_SIZE);
  await storage().put(key, bytes, contentType);
  return bytes;
}
