import type { z } from "zod";
import { requirePermission } from "@/lib/access";
import { emitAudit } from "@/lib/audit";
import type { RequestContext } from "@/lib/context";
import { serverConnectorFor } from "@/lib/data-sources/connectors";
import { unsealPassword } from "@/lib/data-sources/credentials";
import { findDataSource } from "@/lib/data-sources/find-data-source";
import { type ConnectionTest, DataSourceIdInput } from "@/lib/data-sources/schemas";
import { serializeDataSource } from "@/lib/data-sources/serialize";
import { withTransaction } from "@/lib/db";

/** Uploaded files are on this side already: there is nothing to reach. */
const FILES_ARE_HERE: ConnectionTest = { ok: true, steps: [] };

/** Tries a saved source and keeps the answer as its state. */
export async function checkDataSource(
  ctx: RequestContext,
  input: z.input<typeof DataSourceIdInput>,
): Promise<ConnectionTest> {
  requirePermission(ctx, "data_source:update");
  const { dataSourceId } = DataSourceIdInput.parse(input);
  const row = await withTransaction(ctx, (tx) => findDataSource(tx, ctx, dataSourceId));
  const { kind, settings } = serializeDataSource(row);
  const test =
    kind === "FILES" || !settings
      ? FILES_ARE_HERE
      : await serverConnectorFor(kind).test({ settings, password: unsealPassword(row) }, ctx.signal);
  const failed = test.steps.find((step) => !step.ok);

  await withTransaction(ctx, async (tx) => {
    const state = test.ok ? "OK" : "FAILED";
    // Only what was tried: somebody may have changed the source meanwhile.
    const { count } = await tx.dataSource.updateMany({
      where: { id: row.id, workspaceId: ctx.workspace.id, updatedAt: row.updatedAt },
      data: { state, lastError: failed?.message ?? null, lastCheckedAt: ctx.now() },
    });
    if (count === 1 && state !== row.state)
      await emitAudit(tx, ctx, {
        action: "data_source.check",
        entityId: row.id,
        before: { state: row.state },
        after: { state, error: failed?.message },
      });
  });
  return test;
}
