import type { RequestContext } from "@/lib/context";
import { type Tx, withTransaction } from "@/lib/db";
import { env } from "@/lib/env";
import { NotFoundError } from "@/lib/errors";
import { ExecutionManifest, ExecutionRequest } from "@/lib/executions/schemas";
import { formatDate } from "@/lib/format/dates";
import { encodedSize, fitAttachments, type MailMessage, oneLine, senderAddress } from "@/lib/mail";
import { renderEmail } from "@/lib/render";
import { storage } from "@/lib/storage";
import { executionPath } from "./execution-path";
import { fileLinkUrl } from "./file-link";
import type { DeliveryRow } from "./find-delivery";
import { mailCharts } from "./mail-charts";
import { readStoredDocument } from "./stored-document";

/** Room for the text of the mail itself, both parts, quoted-printable. */
const TEXT_BYTES = 512 * 1024;

/**
 * The mail of one delivery, from what the run stored: the same for every attempt. Files that do not fit into the
 * size budget become expiring links. Throws AppError `not_found` when the run's files are gone.
 */
export async function buildMail(ctx: RequestContext, delivery: DeliveryRow): Promise<MailMessage> {
  const run = await withTransaction(ctx, (tx) => readRun(tx, ctx, delivery.executionId));
  const stored = await readStoredDocument(ctx, delivery.executionId);
  if (stored === null) throw new NotFoundError("report's stored document");
  const { charts, images } = await mailCharts(ctx, delivery.executionId, stored.document);
  const { attached, linked } = fitAttachments(run.files, {
    budgetBytes: env().mailSizeBudgetBytes,
    fixedBytes: TEXT_BYTES + images.reduce((sum, { content }) => sum + encodedSize(content.length), 0),
  });
  const base = `${env().appUrl}/${ctx.workspace.slug}`;
  const parts = await renderEmail({
    template: "report",
    input: {
      document: stored.document,
      message: run.request.message,
      recipientReason: delivery.reason,
      links: {
        report: `${base}/reports/${run.reportId}`,
        record: `${base}/${executionPath(delivery.executionId)}`,
        files: linked.map((file) => linkOf(ctx, file)),
      },
      attachedNames: attached.map(({ fileName }) => fileName),
      charts,
    },
  });
  const files = attached.map(async ({ fileName, contentType, storageKey }) => ({
    fileName,
    contentType,
    content: await storage().get(storageKey),
  }));
  return {
    ...parts,
    from: senderAddress(env().mailFrom, run.senderName),
    to: delivery.recipient,
    subject: run.subject,
    headers: { "Auto-Submitted": "auto-generated", "X-Broadsheet-Execution": run.publicId },
    attachments: [...images, ...(await Promise.all(files))],
  };
}

type StoredFile = { id: string; fileName: string; bytes: number; expiresAt: Date };

function linkOf(ctx: RequestContext, { id, fileName, bytes, expiresAt }: StoredFile) {
  const { id: workspaceId, locale, zone } = ctx.workspace;
  return {
    label: fileName,
    url: fileLinkUrl({ workspaceId, fileId: id, expiresAt }),
    bytes,
    expiresText: `until ${formatDate(expiresAt, { locale, zone })}`,
  };
}

async function readRun(tx: Tx, ctx: RequestContext, executionId: string) {
  const { senderName } = await tx.workspace.findUniqueOrThrow({
    where: { id: ctx.workspace.id },
    select: { senderName: true },
  });
  const { request, manifest, files, publicId, reportId, trigger } = await tx.reportExecution.findFirstOrThrow(
    {
      where: { id: executionId, workspaceId: ctx.workspace.id },
      select: {
        request: true,
        manifest: true,
        publicId: true,
        reportId: true,
        trigger: true,
        files: {
          select: {
            id: true,
            fileName: true,
            contentType: true,
            storageKey: true,
            bytes: true,
            expiresAt: true,
          },
          orderBy: { createdAt: "asc" },
        },
      },
    },
  );
  const asked = ExecutionRequest.parse(request);
  const { title, period } = ExecutionManifest.parse(manifest);
  const subject = oneLine(asked.subject) || `${title}, ${period}`;
  return {
    request: asked,
    // The one who asked for a test must not take it for the real one, nor forward it as such.
    subject: trigger === "TEST" ? `Test: ${subject}` : subject,
    files,
    publicId,
    reportId,
    senderName,
  };
}
