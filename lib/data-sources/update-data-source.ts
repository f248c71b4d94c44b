import { isDeepStrictEqual } from "node:util";
import type { z } from "zod";
import { requirePermission } from "@/lib/access";
import { emitAudit } from "@/lib/audit";
import type { RequestContext } from "@/lib/context";
import { connectorFor } from "@/lib/data-sources/connectors";
import { sealPassword } from "@/lib/data-sources/credentials";
import { findDataSource } from "@/lib/data-sources/find-data-source";
import { type DataSourceDto, UpdateDataSourceInput } from "@/lib/data-sources/schemas";
import { DATA_SOURCE_FIELDS, serializeDataSource } from "@/lib/data-sources/serialize";
import { requirePasswordForMove } from "@/lib/data-sources/stored-password";
import { withTransaction, withUniqueName } from "@/lib/db";

/** Changes a source. An empty password keeps the stored one, as long as it goes to the same server and user. */
export async function updateDataSource(
  ctx: RequestContext,
  input: z.input<typeof UpdateDataSourceInput>,
): Promise<DataSourceDto> {
  requirePermission(ctx, "data_source:update");
  const { dataSourceId, password, ...fields } = UpdateDataSourceInput.parse(input);

  const after = await withUniqueName("data source", fields.name, () =>
    withTransaction(ctx, async (tx) => {
      const row = await findDataSource(tx, ctx, dataSourceId);
      const before = serializeDataSource(row);
      if (!password) requirePasswordForMove(before.settings, fields.settings);
      const isMoved = password !== "" || !isDeepStrictEqual(before.settings, fields.settings);
      const changed = await tx.dataSource.update({
        where: { id: row.id, workspaceId: ctx.workspace.id },
        data: {
          ...fields,
          ...(password ? { encryptedCredentials: sealPassword(row.id, password) } : {}),
          // What was checked is no longer what is stored.
          ...(isMoved ? { state: "UNCHECKED", lastError: null, lastCheckedAt: null } : {}),
        },
        select: DATA_SOURCE_FIELDS,
      });
      const dto = serializeDataSource(changed);
      await emitAudit(tx, ctx, {
        action: "data_source.update",
        entityId: row.id,
        before,
        after: { ...dto, passwordChanged: password !== "" },
      });
      return dto;
    }),
  );
  connectorFor(after.kind).close(after.id);
  return after;
}
