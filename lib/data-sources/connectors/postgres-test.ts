import type pg from "pg";
import type { ConnectionStep, ConnectionTest } from "@/lib/data-sources/schemas";
import { ConnectionFailed, type Credentials, dropConnection, openConnection } from "./postgres-connection";
import { readTables } from "./postgres-schema";

const CONNECTING = ["resolve", "connect", "sign in"] as const;

/** Tries a connection step by step; the first failed step ends the test and says what to do. */
export async function testPostgres(credentials: Credentials, signal?: AbortSignal): Promise<ConnectionTest> {
  const { settings } = credentials;
  const done: Record<(typeof CONNECTING)[number], string> = {
    resolve: `Found ${settings.host}.`,
    connect: `Connected to port ${settings.port}${settings.tls === "disable" ? " without TLS" : " with TLS"}.`,
    "sign in": `Signed in to ${settings.database} as ${settings.user}.`,
  };
  try {
    const client = await openConnection(credentials, signal);
    const steps: ConnectionStep[] = CONNECTING.map((name) => ({ name, ok: true, message: done[name] }));
    try {
      return await testReading(client, steps);
    } finally {
      dropConnection(client);
    }
  } catch (error) {
    if (!(error instanceof ConnectionFailed)) throw error;
    const { step, message } = error.failure;
    const before = CONNECTING.slice(0, CONNECTING.indexOf(step));
    const passed = before.map((name): ConnectionStep => ({ name, ok: true, message: done[name] }));
    return { ok: false, steps: [...passed, { name: step, ok: false, message }] };
  }
}

async function testReading(client: pg.Client, steps: ConnectionStep[]): Promise<ConnectionTest> {
  const attempt = async (name: ConnectionStep["name"], work: () => Promise<string>): Promise<boolean> => {
    try {
      steps.push({ name, ok: true, message: await work() });
      return true;
    } catch (error) {
      const message = error instanceof Error ? `The server says: ${error.message}.` : "The step failed.";
      steps.push({ name, ok: false, message });
      return false;
    }
  };
  const ok =
    (await attempt("read-only", () => testReadOnly(client))) &&
    (await attempt("list tables", async () => {
      const count = (await readTables(client)).length;
      if (count === 0) return "This user may read no table yet. Grant it SELECT on what reports need.";
      return `${count.toLocaleString("en-GB")} ${count === 1 ? "table" : "tables"} can be read.`;
    }));
  return { ok, steps };
}

async function testReadOnly(client: pg.Client): Promise<string> {
  await client.query("BEGIN READ ONLY; SET LOCAL statement_timeout = 10000");
  const { rows } = await client.query<{ super: boolean; version: string }>(
    "SELECT rolsuper AS super, current_setting('server_version') AS version FROM pg_roles WHERE rolname = current_user",
  );
  const advice = rows[0]?.super ? " The user is a superuser: a user with read rights only is safer." : "";
  return `PostgreSQL ${rows[0]?.version ?? ""} runs every query read only.${advice}`;
}
