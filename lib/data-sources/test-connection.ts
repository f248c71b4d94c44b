import type { z } from "zod";
import { requirePermission } from "@/lib/access";
import type { RequestContext } from "@/lib/context";
import { serverConnectorFor } from "@/lib/data-sources/connectors";
import { unsealPassword } from "@/lib/data-sources/credentials";
import { findDataSource } from "@/lib/data-sources/find-data-source";
import {
  type ConnectionTest,
  type ServerKind,
  ServerSettings,
  TestConnectionInput,
} from "@/lib/data-sources/schemas";
import { requirePasswordForMove } from "@/lib/data-sources/stored-password";
import { withTransaction } from "@/lib/db";
import { InvalidInputError } from "@/lib/errors";

/** Tries settings without saving anything. A source that does not answer is a result, not an error. */
export async function testConnection(
  ctx: RequestContext,
  input: z.input<typeof TestConnectionInput>,
): Promise<ConnectionTest> {
  requirePermission(ctx, input?.dataSourceId ? "data_source:update" : "data_source:create");
  const { dataSourceId, kind, settings, password } = TestConnectionInput.parse(input);
  const stored =
    dataSourceId && !password
      ? await withTransaction(ctx, (tx) => findDataSource(tx, ctx, dataSourceId))
      : null;
  if (stored) requireSameKind(stored.kind, kind);
  if (stored) requirePasswordForMove(ServerSettings.parse(stored.settings), settings);
  const target = { settings, password: stored ? unsealPassword(stored) : password };
  return serverConnectorFor(kind).test(target, ctx.signal);
}

/** A stored password was entered for one kind of server; another one may send it in the clear. */
function requireSameKind(stored: string, wanted: ServerKind): void {
  if (stored === wanted) return;
  const message = "Enter the password again: the stored one is kept for another kind of server.";
  throw new InvalidInputError(message, { fields: { password: message } });
}
