import type { z } from "zod";
import { requirePermission } from "@/lib/access";
import { isChart } from "@/lib/charts/kinds";
import { fillMarkdown, fillVariables, type VariableValues } from "@/lib/charts/variables";
import type { MetricModel, PreparedModel } from "@/lib/charts/types";
import type { RequestContext } from "@/lib/context";
import { withTransaction } from "@/lib/db";
import { AppError, assertNever, type ErrorCode, NotFoundError } from "@/lib/errors";
import { formatDate, formatDateTime } from "@/lib/format/dates";
import { printedPicture } from "@/lib/pictures";
import { periodText, prepareFigure } from "@/lib/queries";
import type { FigureInput } from "@/lib/queries/schemas";
import type { RangeChoice } from "@/lib/time/ranges";
import { PAGE_COLUMNS, type PreparedBlock, type PreparedDocument } from "./document";
import { findReport } from "./find-report";
import { isSameDocument } from "./same-document";
import { PrepareReportInput, type ReportBlock, ReportDocument } from "./schemas";

export type PreparedReport = {
  document: PreparedDocument;
  /** Every figure with the rows behind it, in order. */
  blocks: { id: string; kind: string; title: string; rows: number }[];
  /** Blocks that could not be prepared; a run with any is held. */
  errors: { blockId: string; title: string; code: ErrorCode; message: string }[];
  /** 0 for a draft that was never published. */
  versionNumber: number;
};

type Figure = { blockId: string; title: string; rows: number; asOf: string };

/**
 * Runs a report's queries and prepares every block. A block that fails becomes an error block: the caller
 * decides whether to show it (preview) or to hold the run. Blocks run one after another; the data source's
 * own limit decides what runs beside other work.
 */
export async function prepareReport(
  ctx: RequestContext,
  input: z.input<typeof PrepareReportInput>,
): Promise<PreparedReport> {
  requirePermission(ctx, "report:read");
  const { reportId, version, range } = PrepareReportInput.parse(input);
  const loaded = await loadDocument(ctx, reportId, version);
  const period = range ?? loaded.document.range;
  const figures: Figure[] = [];
  const errors: PreparedReport["errors"] = [];
  const blocks: PreparedBlock[] = [];
  for (const block of loaded.document.blocks) {
    try {
      blocks.push(await prepareBlock(ctx, block, period, figures));
    } catch (error) {
      if (!(error instanceof AppError) || error.code === "cancelled") throw error;
      const title = titleOf(block);
      errors.push({ blockId: block.id, title, code: error.code, message: error.message });
      blocks.push({ id: block.id, kind: "error", title, message: error.message });
    }
  }
  const document = assemble(ctx, loaded, period, blocks, figures);
  const rows = figures.map((figure) => ({
    id: figure.blockId,
    kind: "figure",
    title: figure.title,
    rows: figure.rows,
  }));
  return { document, blocks: rows, errors, versionNumber: loaded.versionNumber };
}

type LoadedDocument = { name: string; document: ReportDocument; versionNumber: number; versionLabel: string };

function loadDocument(
  ctx: RequestContext,
  reportId: string,
  number: number | undefined,
): Promise<LoadedDocument> {
  return withTransaction(ctx, async (tx) => {
    const report = await findReport(tx, ctx, reportId);
    if (number === undefined) {
      const draft = ReportDocument.parse(report.draft);
      const latest = report.versions[0];
      const versionLabel = draftLabel(draft, latest);
      return { name: report.name, document: draft, versionNumber: latest?.number ?? 0, versionLabel };
    }
    const version = report.versions.find((entry) => entry.number === number);
    if (!version) throw new NotFoundError("report version");
    const document = ReportDocument.parse(version.document);
    return { name: report.name, document, versionNumber: number, versionLabel: `Version ${number}` };
  });
}

/** A draft that was not changed since is the version. */
function draftLabel(
  draft: ReportDocument,
  latest: { number: number; document: unknown } | undefined,
): string {
  if (!latest) return "Draft";
  return isSameDocument(draft, latest.document)
    ? `Version ${latest.number}`
    : `Draft after version ${latest.number}`;
}

function titleOf(block: ReportBlock): string {
  switch (block.kind) {
    case "heading":
      return block.text;
    case "text":
    case "page_break":
      return block.kind === "text" ? "Text" : "Page break";
    case "metrics":
      return block.items.map((item) => item.visual.title).join(", ");
    case "image":
      return block.title || "Picture";
    case "chart":
    case "table":
      return block.visual.title;
    default:
      return assertNever(block);
  }
}

function variablesOf(ctx: RequestContext, range: RangeChoice): VariableValues {
  return { period: periodText(ctx, range), today: formatDate(ctx.now(), ctx.workspace), filters: {} };
}

async function prepareBlock(
  ctx: RequestContext,
  block: ReportBlock,
  range: RangeChoice,
  figures: Figure[],
): Promise<PreparedBlock> {
  const figure = async (source: Omit<FigureInput, "range">): Promise<PreparedModel> => {
    const { model, rows, asOf } = await prepareFigure(ctx, { ...source, range }, { purpose: "REPORT" });
    figures.push({ blockId: block.id, title: model.title, rows, asOf });
    return model;
  };
  switch (block.kind) {
    case "heading":
    case "page_break":
      return block;
    case "text":
      return { ...block, markdown: fillMarkdown(block.markdown, variablesOf(ctx, range)) };
    case "image": {
      const { id, title, alt, pictureId, width } = block;
      const picture = await printedPicture(ctx, pictureId);
      const filled = fillVariables(title, variablesOf(ctx, range));
      return { id, kind: "picture", title: filled, alt, picture, share: width / PAGE_COLUMNS };
    }
    case "metrics": {
      const items: MetricModel[] = [];
      for (const item of block.items) {
        const model = await figure(item);
        if (model.kind === "metric") items.push(model);
      }
      return { id: block.id, kind: "metrics", items };
    }
    case "chart": {
      const model = await figure(block);
      if (!isChart(model)) throw new Error(`A chart block made a ${model.kind}.`);
      return { id: block.id, kind: "chart", model };
    }
    case "table": {
      const model = await figure(block);
      if (model.kind !== "table") throw new Error(`A table block made a ${model.kind}.`);
      return { id: block.id, kind: "table", model };
    }
    default:
      return assertNever(block);
  }
}

function assemble(
  ctx: RequestContext,
  loaded: LoadedDocument,
  choice: RangeChoice,
  blocks: PreparedBlock[],
  figures: Figure[],
): PreparedDocument {
  const { zone, locale } = ctx.workspace;
  const now = ctx.now().toISOString();
  const subtitle = periodText(ctx, choice);
  const asOf = figures.map((figure) => figure.asOf).sort()[0] ?? now;
  return {
    title: loaded.name,
    subtitle,
    workspaceName: ctx.workspace.name,
    versionLabel: loaded.versionLabel,
    asOf,
    asOfText: `data as of ${formatDateTime(asOf, { locale, zone })}`,
    generatedAt: now,
    zone,
    locale,
    parameters: [{ label: "Period", value: subtitle }],
    blocks,
  };
}
