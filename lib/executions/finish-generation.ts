import type { RequestContext } from "@/lib/context";
import { type Tx, withTransaction } from "@/lib/db";
import { planDeliveries, settleExecution, type StoredDocument } from "@/lib/deliveries";
import { resolveRecipients } from "@/lib/distribution";
import { mailNotices, type PendingNotice } from "@/lib/notifications";
import { ReportFormat } from "@/lib/reports/schemas";
import { updateHeld } from "./claim-execution";
import { type ExecutionRow, findExecution } from "./find-execution";
import { holdExecution } from "./hold-execution";
import { type ExecutionManifest, ExecutionRequest } from "./schemas";

type Held = { executionId: string; runId: string };
type Stored = StoredDocument & { sha256: string };

/**
 * The last stage, in one transaction: the manifest, one delivery per recipient and their jobs exist together or
 * not at all. A run that nobody would receive is held.
 */
export async function finishGeneration(ctx: RequestContext, held: Held, stored: Stored): Promise<void> {
  const notices = await withTransaction(ctx, async (tx): Promise<PendingNotice[]> => {
    const execution = await findExecution(tx, ctx, held.executionId);
    const recipients = await recipientsOf(tx, ctx, execution);
    if (recipients.length === 0) return holdExecution(tx, ctx, held, execution, NOBODY);
    const isHeld = await updateHeld(tx, ctx, held, {
      manifest: manifestOf(execution, stored),
      rows: stored.blocks.reduce((sum, { rows }) => sum + rows, 0),
      asOf: new Date(stored.document.asOf),
      progress: 90,
    });
    if (!isHeld) return [];
    await planDeliveries(tx, ctx, execution, recipients);
    // When nobody may receive, no delivery will ever end the run.
    return settleExecution(tx, ctx, execution.id);
  });
  await mailNotices(ctx, notices);
}

const NOBODY = "Nobody would receive it: its lists have no active members. Add somebody.";

function recipientsOf(tx: Tx, ctx: RequestContext, execution: ExecutionRow) {
  const { recipients } = ExecutionRequest.parse(execution.request);
  const [first] = recipients;
  const testTo =
    execution.trigger === "TEST" && first?.type === "address" ? { email: first.email, name: "" } : undefined;
  return resolveRecipients(ctx, tx, recipients, { testTo });
}

function manifestOf(execution: ExecutionRow, stored: Stored): ExecutionManifest {
  return {
    schemaVersion: 1,
    title: stored.document.title,
    period: stored.document.subtitle,
    versionNumber: stored.versionNumber,
    documentSha256: stored.sha256,
    blocks: stored.blocks,
    files: execution.files.map(({ format, fileName, bytes, sha256 }) => ({
      format: ReportFormat.parse(format),
      fileName,
      bytes,
      sha256,
    })),
  };
}
