import type pg from "pg";
import type { ConnectionTest } from "@/lib/data-sources/schemas";
import { testSteps } from "./connection-test";
import { dropConnection, openConnection } from "./postgres-connection";
import { readTables } from "./postgres-schema";
import type { Credentials } from "./types";

export function testPostgres(credentials: Credentials, signal?: AbortSignal): Promise<ConnectionTest> {
  return testSteps(credentials.settings, {
    open: () => openConnection(credentials, signal),
    drop: dropConnection,
    proveReadOnly,
    countTables: async (client) => (await readTables(client)).length,
    said: (error) => (error instanceof Error ? error.message : "the step failed"),
  });
}

async function proveReadOnly(client: pg.Client): Promise<string> {
  await client.query("BEGIN READ ONLY; SET LOCAL statement_timeout = 10000");
  const { rows } = await client.query<{ super: boolean; version: string; read_only: string }>(
    `SELECT rolsuper AS super, current_setting('server_version') AS version,
       current_setting('transaction_read_only') AS read_only FROM pg_roles WHERE rolname = current_user`,
  );
  if (rows[0]?.read_only !== "on") throw new Error("the transaction is not read only");
  const advice = rows[0].super ? " The user is a superuser: a user with read rights only is safer." : "";
  return `PostgreSQL ${rows[0].version} runs every query read only.${advice}`;
}
