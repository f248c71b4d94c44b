import type { ChartModel } from "@/lib/charts/types";
import { env } from "@/lib/env";
import type { EmailParts, NoticeEmailInput, ReportEmailInput } from "@/lib/render/email/types";
import type { Picture } from "@/lib/render/picture/picture";
import { RenderPool, type RunOptions } from "@/lib/render/pool/render-pool";
import type { DocumentFormat, RenderedFile } from "@/lib/render/rendered-file";
import type { PreparedDocument } from "@/lib/reports/document";

export type {
  EmailChart,
  EmailFileLink,
  EmailParts,
  NoticeEmailInput,
  ReportEmailInput,
} from "@/lib/render/email/types";
export type { RunOptions } from "@/lib/render/pool/render-pool";
export type { Picture, PictureContent } from "@/lib/render/picture/picture";
export type { DocumentFormat, RenderedFile } from "@/lib/render/rendered-file";

/*
 * The front door of rendering. Everything is drawn in worker threads: this module loads neither React nor a
 * renderer, so a process that only answers requests stays small.
 */
const POOL_KEY = Symbol.for("broadsheet.renderPool");

/** Kept on globalThis: a bundler may load this module more than once in a process, the workers only once. */
type PoolHolder = typeof globalThis & { [POOL_KEY]?: RenderPool };

function sharedPool(): RenderPool {
  const holder = globalThis as PoolHolder;
  holder[POOL_KEY] ??= new RenderPool({ fontsFolder: env().fontsFolder });
  return holder[POOL_KEY];
}

/** Throws `render_failed` when a limit of time (60 s) or memory (768 MB) is exceeded, `cancelled` when aborted. */
export function renderDocument(
  document: PreparedDocument,
  format: DocumentFormat,
  options?: RunOptions,
): Promise<RenderedFile> {
  return sharedPool().run({ kind: "document", format, document }, options);
}

/** PNG of a chart on white. `width` and `height` in CSS pixels; `scale` 2 is sharp on every screen. */
export function renderChartPng(
  model: ChartModel,
  size: { width: number; height: number; scale?: number },
  options?: RunOptions,
): Promise<RenderedFile> {
  const { width, height, scale = 2 } = size;
  return sharedPool().run({ kind: "chart-png", model, width, height, scale }, options);
}

/** PNG of a whole dashboard as it is laid out, sharp on every screen. */
export function renderDashboardPng(picture: Picture, options?: RunOptions): Promise<RenderedFile> {
  return sharedPool().run({ kind: "dashboard-png", picture }, options);
}

export type EmailRequest =
  | { template: "report"; input: ReportEmailInput }
  | { template: "notice"; input: NoticeEmailInput };

/** Both parts of a mail; the subject is the sender's choice. */
export function renderEmail(request: EmailRequest, options?: RunOptions): Promise<EmailParts> {
  return sharedPool().run({ kind: "email", ...request }, options);
}

/** Called at start by the processes that render. */
export function warmUpRenderers(): Promise<void> {
  return sharedPool().warmUp();
}

/** Called at shutdown; a later call to a renderer starts a new pool. */
export async function closeRenderers(): Promise<void> {
  const holder = globalThis as PoolHolder;
  const pool = holder[POOL_KEY];
  delete holder[POOL_KEY];
  await pool?.close();
}
