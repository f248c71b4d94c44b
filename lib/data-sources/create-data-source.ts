import { randomUUID } from "node:crypto";
import type { z } from "zod";
import { requirePermission } from "@/lib/access";
import { emitAudit } from "@/lib/audit";
import type { RequestContext } from "@/lib/context";
import { sealPassword } from "@/lib/data-sources/credentials";
import { CreateDataSourceInput, type DataSourceDto } from "@/lib/data-sources/schemas";
import { DATA_SOURCE_FIELDS, serializeDataSource } from "@/lib/data-sources/serialize";
import { withTransaction, withUniqueName } from "@/lib/db";

/** Uploaded files are nowhere else: nothing is signed in to, and nothing can be out of reach. */
const NOWHERE_ELSE = { password: "", settings: {}, state: "OK" };

/** Adds a source; a server is unchecked. Throws ConflictError when the name is taken. */
export async function createDataSource(
  ctx: RequestContext,
  input: z.input<typeof CreateDataSourceInput>,
): Promise<DataSourceDto> {
  requirePermission(ctx, "data_source:create");
  const fields = CreateDataSourceInput.parse(input);
  const { password, settings, ...rest } = fields.kind === "FILES" ? { ...fields, ...NOWHERE_ELSE } : fields;
  const id = randomUUID();

  return withUniqueName("data source", fields.name, () =>
    withTransaction(ctx, async (tx) => {
      const row = await tx.dataSource.create({
        data: {
          ...rest,
          settings,
          id,
          workspaceId: ctx.workspace.id,
          encryptedCredentials: sealPassword(id, password),
          createdById: ctx.actor.kind === "user" ? ctx.actor.userId : null,
        },
        select: DATA_SOURCE_FIELDS,
      });
      const after = serializeDataSource(row);
      await emitAudit(tx, ctx, { action: "data_source.create", entityId: id, after });
      return after;
    }),
  );
}
