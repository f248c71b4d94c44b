import type { z } from "zod";
import { requirePermission } from "@/lib/access";
import type { RequestContext } from "@/lib/context";
import { connectorFor } from "@/lib/data-sources/connectors";
import { unsealPassword } from "@/lib/data-sources/credentials";
import { findDataSource } from "@/lib/data-sources/find-data-source";
import { type ConnectionTest, PostgresSettings, TestConnectionInput } from "@/lib/data-sources/schemas";
import { requirePasswordForMove } from "@/lib/data-sources/stored-password";
import { withTransaction } from "@/lib/db";

/** Tries settings without saving anything. A source that does not answer is a result, not an error. */
export async function testConnection(
  ctx: RequestContext,
  input: z.input<typeof TestConnectionInput>,
): Promise<ConnectionTest> {
  requirePermission(ctx, input?.dataSourceId ? "data_source:update" : "data_source:create");
  const { dataSourceId, settings, password } = TestConnectionInput.parse(input);
  const stored =
    dataSourceId && !password
      ? await withTransaction(ctx, (tx) => findDataSource(tx, ctx, dataSourceId))
      : null;
  if (stored) requirePasswordForMove(PostgresSettings.parse(stored.settings), settings);
  const target = { settings, password: stored ? unsealPassword(stored) : password };
  return connectorFor("POSTGRESQL").test(target, ctx.signal);
}
