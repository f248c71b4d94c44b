import { assertNever } from "@/lib/errors";
import { renderCsv } from "@/lib/render/csv/render-csv";
import { renderNoticeEmail } from "@/lib/render/email/notice-email";
import { renderReportEmail } from "@/lib/render/email/report-email";
import { renderHtml } from "@/lib/render/html/render-html";
import { renderPdf } from "@/lib/render/pdf/render-pdf";
import { drawPicture } from "@/lib/render/picture/draw-picture";
import { renderPng } from "@/lib/render/png/render-png";
import type { RenderResult, RenderTask } from "@/lib/render/pool/tasks";
import type { DocumentFormat, RenderedFile } from "@/lib/render/rendered-file";
import { renderChartSvg } from "@/lib/render/svg/render-chart-svg";
import { renderXlsx } from "@/lib/render/xlsx/render-xlsx";
import type { PreparedDocument } from "@/lib/reports/document";

/** What a raster of a very long dashboard may take up: four bytes each. */
const MAX_PIXELS = 40_000_000;

type Renderer = (document: PreparedDocument) => Promise<RenderedFile>;

const XLSX_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

const RENDERERS = {
  PDF: async (document) => ({
    bytes: await renderPdf(document),
    contentType: "application/pdf",
    extension: "pdf",
  }),
  XLSX: async (document) => ({
    bytes: await renderXlsx(document),
    contentType: XLSX_TYPE,
    extension: "xlsx",
  }),
  CSV: renderCsv,
  HTML: async (document) => ({
    bytes: Buffer.from(renderHtml(document), "utf8"),
    contentType: "text/html; charset=utf-8",
    extension: "html",
  }),
} as const satisfies Record<DocumentFormat, Renderer>;

/** Does one task in this thread. The pool calls it in its workers; tests and benches may call it directly. */
export async function runTask(task: RenderTask): Promise<RenderResult> {
  switch (task.kind) {
    case "document":
      return RENDERERS[task.format](task.document);
    case "chart-png": {
      const svg = renderChartSvg(task.model, { width: task.width, height: task.height, theme: "light" });
      const bytes = renderPng(svg, { scale: task.scale, background: "#ffffff" });
      return { bytes, contentType: "image/png", extension: "png" };
    }
    case "dashboard-png": {
      const { svg, width, height } = drawPicture(task.picture);
      const scale = Math.min(2, Math.sqrt(MAX_PIXELS / (width * height)));
      return { bytes: renderPng(svg, { scale }), contentType: "image/png", extension: "png" };
    }
    case "email":
      return task.template === "report" ? renderReportEmail(task.input) : renderNoticeEmail(task.input);
    default:
      return assertNever(task);
  }
}
