import { ClickHouseError } from "@clickhouse/client";
import type { ConnectionTest } from "@/lib/data-sources/schemas";
import { type ClickhouseClient, openClient } from "./clickhouse-client";
import { describeConnectFailure } from "./clickhouse-errors";
import { readTables } from "./clickhouse-schema";
import { readonlyOf, SETS_NOTHING } from "./clickhouse-session";
import { testSteps } from "./connection-test";
import { cancelled, ConnectionFailed } from "./failures";
import type { Credentials } from "./types";
import { smallRows } from "./clickhouse-small";

const TEST_TIMEOUT_MS = 10_000;

type Opened = ClickhouseClient & { version: string };

export function testClickhouse(credentials: Credentials, signal?: AbortSignal): Promise<ConnectionTest> {
  return testSteps(credentials.settings, {
    open: () => open(credentials, signal),
    drop: ({ client }) => void client.close().catch(() => undefined),
    proveReadOnly,
    countTables: async (opened) => (await readTables(opened, { timeoutMs: TEST_TIMEOUT_MS, signal })).length,
    said: (error) => (error instanceof Error ? error.message.trim().replace(/\.$/, "") : "the step failed"),
  });
}

async function open(credentials: Credentials, signal?: AbortSignal): Promise<Opened> {
  if (signal?.aborted) throw cancelled();
  const opened = openClient(credentials, 1);
  try {
    const [row] = await smallRows<{ version: string }>(opened, "SELECT version() AS version", { signal });
    return { ...opened, version: row?.version ?? "" };
  } catch (error) {
    opened.client.close().catch(() => undefined);
    if (signal?.aborted) throw cancelled();
    throw new ConnectionFailed(describeConnectFailure(error, "sign in"));
  }
}

/** A statement that would write nothing if it ran. */
const PROBE = "CREATE TEMPORARY TABLE `broadsheet read-only probe` (x UInt8) ENGINE = Memory";
const READ_ONLY = "164";

async function proveReadOnly(opened: Opened): Promise<string> {
  const level = await readonlyOf(opened);
  if (level === 1) throw new Error(SETS_NOTHING);
  const refusal = await opened.client
    .command({ query: PROBE, clickhouse_settings: level === 0 ? { readonly: "1" } : {} })
    .then(() => new Error("a statement that writes was not refused"))
    .catch((error: Error) => error);
  const isRefused =
    refusal instanceof ClickHouseError && (refusal.code === READ_ONLY || refusal.type === "ACCESS_DENIED");
  if (!isRefused) throw refusal;
  return `ClickHouse ${opened.version} runs every query read only.`;
}
