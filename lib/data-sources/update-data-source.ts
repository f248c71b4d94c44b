import { isDeepStrictEqual } from "node:util";
import type { z } from "zod";
import { requirePermission } from "@/lib/access";
import { emitAudit } from "@/lib/audit";
import type { RequestContext } from "@/lib/context";
import { connectorFor } from "@/lib/data-sources/connectors";
import { sealPassword } from "@/lib/data-sources/credentials";
import { findDataSource } from "@/lib/data-sources/find-data-source";
import { type DataSourceDto, type ServerSettings, UpdateDataSourceInput } from "@/lib/data-sources/schemas";
import { DATA_SOURCE_FIELDS, serializeDataSource } from "@/lib/data-sources/serialize";
import { requirePasswordForMove } from "@/lib/data-sources/stored-password";
import { withTransaction, withUniqueName } from "@/lib/db";
import { InvalidInputError } from "@/lib/errors";

/** Changes a source. An empty password keeps the stored one, as long as it goes to the same server and user. */
export async function updateDataSource(
  ctx: RequestContext,
  input: z.input<typeof UpdateDataSourceInput>,
): Promise<DataSourceDto> {
  requirePermission(ctx, "data_source:update");
  const { dataSourceId, password, settings: wanted, ...fields } = UpdateDataSourceInput.parse(input);

  const after = await withUniqueName("data source", fields.name, () =>
    withTransaction(ctx, async (tx) => {
      const row = await findDataSource(tx, ctx, dataSourceId);
      const before = serializeDataSource(row);
      const settings = settingsFor(before, wanted);
      if (before.settings && settings && !password) requirePasswordForMove(before.settings, settings);
      const isMoved = password !== "" || !isDeepStrictEqual(before.settings, settings);
      const changed = await tx.dataSource.update({
        where: { id: row.id, workspaceId: ctx.workspace.id },
        data: {
          ...fields,
          ...(settings ? { settings } : {}),
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
  connectorFor(after).close(after.id);
  return after;
}

/** A server needs an address, uploaded files have none. */
function settingsFor(before: DataSourceDto, wanted: ServerSettings | undefined): ServerSettings | null {
  if (before.kind === "FILES") return null;
  if (wanted) return wanted;
  throw new InvalidInputError("Enter the host of the server.", {
    fields: { "settings.host": "Enter the host of the server." },
  });
}
