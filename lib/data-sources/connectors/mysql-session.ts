import { escape } from "mysql2";
import { tzOffset } from "@date-fns/tz";
import type { Driver } from "./driver";
import { ask, dropConnection, type MysqlClient, openConnection } from "./mysql-connection";
import { describeQueryFailure } from "./mysql-errors";

/** The server's thread that answers, and the zone or offset in which it prints instants. */
export type MysqlSession = { threadId: number; sessionZone: string };

const UNKNOWN_TIME_ZONE = 1298;

export const mysqlDriver: Driver<MysqlClient, MysqlSession> = {
  open: openConnection,
  drop: dropConnection,
  sever: ({ socket }) => void socket.destroy(),
  bytesReceived: ({ socket }) => socket.bytesRead,
  onEnd({ socket }, ended) {
    socket.once("close", ended);
    return () => socket.off("close", ended);
  },
  hold: ({ socket }, isHeld) => (isHeld ? socket.ref() : socket.unref()),
  begin,
  // Rolls back, and forgets locks, variables and settings a statement may have left.
  end: ({ connection }) =>
    new Promise<void>((resolve, reject) => {
      connection.reset((error) => (error ? reject(error) : resolve()));
    }),
  async cancel(source, { threadId }) {
    const helper = await openConnection({ settings: source.settings, password: source.password() });
    await ask(helper.connection, `KILL QUERY ${threadId}`).finally(() => dropConnection(helper));
  },
  describeFailure: describeQueryFailure,
};

async function begin(
  client: MysqlClient,
  { timeoutMs, zone }: { timeoutMs: number; zone: string },
): Promise<MysqlSession> {
  const { connection } = client;
  await ask(connection, `SET ${sessionSettings(client, timeoutMs).join(", ")}`);
  const sessionZone = await setZone(client, zone);
  await ask(connection, "SET SESSION TRANSACTION READ ONLY");
  await ask(connection, "START TRANSACTION READ ONLY");
  return { threadId: connection.threadId, sessionZone };
}

function sessionSettings({ isMariadb }: MysqlClient, timeoutMs: number): string[] {
  const seconds = Math.max(60, Math.ceil(timeoutMs / 1000));
  return [
    "character_set_client = utf8mb4",
    "character_set_results = utf8mb4",
    "character_set_connection = utf8mb4",
    // Quotes and backslashes mean what the scanner of queries takes them for.
    "sql_mode = REPLACE(REPLACE(REPLACE(@@sql_mode, 'ANSI_QUOTES', ''), 'NO_BACKSLASH_ESCAPES', ''), 'ANSI', '')",
    // A reader of a stream may be slow for as long as the whole stream may take.
    `net_write_timeout = ${seconds}`,
    isMariadb
      ? `max_statement_time = ${(timeoutMs / 1000).toFixed(3)}`
      : `max_execution_time = ${Math.trunc(timeoutMs)}`,
  ];
}

/**
 * The session's zone, by its name. A server without time zone tables knows no names: then the zone's present offset
 * stands in, the whole year round.
 */
async function setZone(client: MysqlClient, zone: string): Promise<string> {
  const { connection } = client;
  if (zone === "UTC") {
    await ask(connection, "SET time_zone = '+00:00'");
    return "+00:00";
  }
  if (client.knowsZones) {
    try {
      await ask(connection, `SET time_zone = ${escape(zone)}`);
      return zone;
    } catch (error) {
      if ((error as { errno?: number }).errno !== UNKNOWN_TIME_ZONE) throw error;
      client.knowsZones = false;
    }
  }
  const [now] = await ask<{ seconds: number }>(connection, "SELECT UNIX_TIMESTAMP() AS seconds");
  const offset = offsetText(tzOffset(zone, new Date(Number(now?.seconds ?? 0) * 1000)));
  await ask(connection, `SET time_zone = ${escape(offset)}`);
  return offset;
}

/** 120 → +02:00 */
function offsetText(minutes: number): string {
  const size = Math.abs(minutes);
  const two = (value: number) => String(Math.floor(value)).padStart(2, "0");
  return `${minutes < 0 ? "-" : "+"}${two(size / 60)}:${two(size % 60)}`;
}
