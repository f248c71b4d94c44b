import { createHash } from "node:crypto";
import type { RequestContext } from "@/lib/context";
import { getDashboard } from "@/lib/dashboards";
import { assertNever, NotFoundError } from "@/lib/errors";
import { exportFileName } from "@/lib/exports/file-name";
import type { Progress } from "@/lib/exports/progress-reporter";
import { DashboardExportRequest, DashboardFormat } from "@/lib/exports/schemas";
import { renderDashboardPng, renderDocument, type RenderedFile } from "@/lib/render";
import type { PreparedDocument } from "@/lib/reports/document";
import { storage, type StoredObject } from "@/lib/storage";
import { collectFigures } from "./collect-figures";
import { collectPictures } from "./collect-pictures";
import { dashboardBlocks } from "./dashboard-document";
import { dashboardPicture } from "./dashboard-picture";
import { type FileParts, fileTitle, freshness } from "./file-parts";
import { viewWords } from "./view-words";

type Claimed = {
  /** Of the object to write. */
  key: string;
  name: string;
  format: string;
  request: unknown;
  dashboardId: string | null;
};

const METRICS_PER_ROW = 4;

/** A dashboard, or some of its widgets, as the person who asked may see it now. Throws what its verbs throw. */
export async function makeDashboardFile(
  person: RequestContext,
  { key, name, format, request, dashboardId }: Claimed,
  onProgress: (progress: Progress) => void,
): Promise<StoredObject & { rows: number; fileName: string }> {
  const { view, widgetKeys } = DashboardExportRequest.parse(request);
  const dashboard = await getDashboard(person, { dashboardId: dashboardId ?? "" });
  const widgets = dashboard.widgets.filter((widget) => widgetKeys?.includes(widget.key) ?? true);
  if (widgets.length === 0) throw new NotFoundError("widget");
  let rows = 0;
  const figures = await collectFigures(person, { dashboard, view, widgets }, (progress) => {
    rows = progress.rows;
    onProgress(progress);
  });
  const words = viewWords(dashboard, view, { ...person.workspace, now: person.now() });
  const kind = DashboardFormat.parse(format);
  // Workbooks and CSV hold data alone.
  const pictures = kind === "PDF" || kind === "PNG" ? await collectPictures(person, widgets) : new Map();
  const parts = { person, dashboard, widgets, figures, pictures, words };
  const { bytes, contentType, extension } = await renderAs(kind, parts);
  await storage().put(key, bytes, contentType);
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  // Several tables as CSV are one archive, which is known only now.
  return {
    rows,
    bytes: bytes.byteLength,
    sha256,
    fileName: exportFileName(name, kind, person.now(), extension),
  };
}

function renderAs(format: DashboardFormat, parts: FileParts): Promise<RenderedFile> {
  const options = { signal: parts.person.signal };
  switch (format) {
    case "PDF":
      return renderDocument(documentOf(parts, METRICS_PER_ROW), format, options);
    case "XLSX":
    case "CSV":
      return renderDocument(documentOf(parts, 1), format, options);
    case "PNG":
      return renderDashboardPng(dashboardPicture(parts), options);
    default:
      return assertNever(format);
  }
}

function documentOf(parts: FileParts, metricsPerRow: number): PreparedDocument {
  const { person, words } = parts;
  const { zone, locale } = person.workspace;
  const { asOf, asOfText } = freshness(parts);
  return {
    title: fileTitle(parts),
    subtitle: words.period,
    workspaceName: person.workspace.name,
    versionLabel: "Dashboard",
    asOf,
    asOfText,
    generatedAt: person.now().toISOString(),
    zone,
    locale,
    parameters: words.facts,
    blocks: dashboardBlocks({ ...parts, variables: words.variables, metricsPerRow }),
  };
}
