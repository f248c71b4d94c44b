import type { ConnectionStep, ConnectionTest, ServerSettings } from "@/lib/data-sources/schemas";
import { AppError } from "@/lib/errors";
import { CONNECT_STEPS, ConnectionFailed, type ConnectStep } from "./failures";

/** What a database does for each step of a test, and says when it succeeds. */
export type TestSteps<Client> = {
  open(): Promise<Client>;
  drop(client: Client): void;
  /** Proves that nothing can be written, and says how. */
  proveReadOnly(client: Client): Promise<string>;
  countTables(client: Client): Promise<number>;
  /** The server's own words, without a full stop. */
  said(error: unknown): string;
};

/** Tries a connection step by step; the first failed step ends the test and says what to do. */
export async function testSteps<Client>(
  settings: ServerSettings,
  { open, drop, proveReadOnly, countTables, said }: TestSteps<Client>,
): Promise<ConnectionTest> {
  const done: Record<ConnectStep, string> = {
    resolve: `Found ${settings.host}.`,
    connect: `Connected to port ${settings.port}${settings.tls === "disable" ? " without TLS" : " with TLS"}.`,
    "sign in": `Signed in to ${settings.database} as ${settings.user}.`,
  };
  const passed = (names: readonly ConnectStep[]) =>
    names.map((name): ConnectionStep => ({ name, ok: true, message: done[name] }));
  let client: Client;
  try {
    client = await open();
  } catch (error) {
    if (!(error instanceof ConnectionFailed)) throw error;
    const { step, message } = error.failure;
    const before = passed(CONNECT_STEPS.slice(0, CONNECT_STEPS.indexOf(step)));
    return { ok: false, steps: [...before, { name: step, ok: false, message }] };
  }
  const steps = passed(CONNECT_STEPS);
  const attempt = async (name: ConnectionStep["name"], work: () => Promise<string>): Promise<boolean> => {
    try {
      steps.push({ name, ok: true, message: await work() });
      return true;
    } catch (error) {
      if (error instanceof AppError && error.code === "cancelled") throw error;
      steps.push({ name, ok: false, message: `The server says: ${said(error)}.` });
      return false;
    }
  };
  try {
    const ok =
      (await attempt("read-only", () => proveReadOnly(client))) &&
      (await attempt("list tables", async () => describeCount(await countTables(client))));
    return { ok, steps };
  } finally {
    drop(client);
  }
}

function describeCount(count: number): string {
  if (count === 0) return "This user may read no table yet. Grant it SELECT on what reports need.";
  return `${count.toLocaleString("en-GB")} ${count === 1 ? "table" : "tables"} can be read.`;
}
