import type { ConnectionTest } from "@/lib/data-sources/schemas";
import { testSteps } from "./connection-test";
import { ask, dropConnection, type MysqlClient, openConnection } from "./mysql-connection";
import { readTables } from "./mysql-schema";
import { mysqlDriver } from "./mysql-session";
import type { Credentials } from "./types";

const TEST_TIMEOUT_MS = 10_000;
/** Any zone with a name tells whether the server has time zone tables. */
const SOME_ZONE = "Europe/Berlin";

export function testMysql(credentials: Credentials, signal?: AbortSignal): Promise<ConnectionTest> {
  return testSteps(credentials.settings, {
    open: () => openConnection(credentials, signal),
    drop: dropConnection,
    proveReadOnly,
    countTables: async ({ connection }) => (await readTables(connection)).length,
    said: (error) => (error instanceof Error ? error.message.replace(/\.$/, "") : "the step failed"),
  });
}

async function proveReadOnly(client: MysqlClient): Promise<string> {
  const { connection } = client;
  await mysqlDriver.begin(client, { timeoutMs: TEST_TIMEOUT_MS, zone: SOME_ZONE });
  // A table that nobody has: where this is not refused, it changes nothing.
  const isRefused = await ask(connection, "DROP TABLE IF EXISTS `broadsheet read-only probe`").then(
    () => false,
    () => true,
  );
  if (!isRefused) throw new Error("a statement that writes was not refused");
  const product = client.isMariadb ? "MariaDB" : "MySQL";
  const version = client.version.split("-")[0];
  const advice = (await mayWrite(client))
    ? " The user may write: a user with read rights only is safer."
    : "";
  const zones = client.knowsZones
    ? ""
    : " The server knows no time zones by name, so days are those of the zone's present offset all year; its administrator can load them with mysql_tzinfo_to_sql.";
  return `${product} ${version} runs every query read only.${advice}${zones}`;
}

async function mayWrite({ connection }: MysqlClient): Promise<boolean> {
  const grants = await ask<Record<string, string>>(connection, "SHOW GRANTS");
  return grants.some((row) =>
    Object.values(row).some((grant) =>
      /^GRANT (?:.*\b(?:INSERT|UPDATE|DELETE)\b|ALL PRIVILEGES)/.test(grant),
    ),
  );
}
