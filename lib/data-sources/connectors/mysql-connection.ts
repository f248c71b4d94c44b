import { once } from "node:events";
import { type Connection, createConnection } from "mysql2";
import { cancelled, ConnectionFailed } from "./failures";
import { GuardedSocket } from "./guarded-socket";
import { describeConnectFailure } from "./mysql-errors";
import { tlsOptions } from "./tls";
import type { Credentials } from "./types";

/** Name look-up, connection and sign-in together; people wait for the answer. */
const CONNECT_LIMIT_MS = 4500;
const GOODBYE_MS = 1000;
const STATEMENTS_KEPT = 8;

/** A connection with its socket, and what the server said of itself. */
export type MysqlClient = {
  connection: Connection;
  socket: GuardedSocket;
  isMariadb: boolean;
  version: string;
  /** Found out when a named zone is first asked for: a server may have no time zone tables. */
  knowsZones: boolean;
};

/** Opens one connection. Throws ConnectionFailed with the step that failed, or `cancelled` when the signal aborts. */
export async function openConnection(credentials: Credentials, signal?: AbortSignal): Promise<MysqlClient> {
  if (signal?.aborted) throw cancelled();
  const socket = new GuardedSocket();
  const connection = connect(credentials, socket);
  const abort = () => socket.destroy(new Error("aborted"));
  signal?.addEventListener("abort", abort, { once: true });
  try {
    await once(connection, "connect");
    // A connection that breaks while idle says so here; without a listener it would end the process.
    connection.on("error", () => socket.destroy());
    const [row] = await ask<{ version: string }>(connection, "SELECT VERSION() AS version");
    const version = row?.version ?? "";
    return { connection, socket, version, isMariadb: /mariadb/i.test(version), knowsZones: true };
  } catch (error) {
    connection.on("error", () => undefined);
    socket.destroy();
    if (signal?.aborted) throw cancelled();
    throw new ConnectionFailed(describeConnectFailure(error, socket.step));
  } finally {
    signal?.removeEventListener("abort", abort);
  }
}

function connect({ settings, password }: Credentials, socket: GuardedSocket): Connection {
  const tls = tlsOptions(settings);
  return createConnection({
    host: settings.host,
    port: settings.port,
    database: settings.database,
    user: settings.user,
    password,
    ...(tls ? { ssl: { ...tls, verifyIdentity: settings.tls === "verify" } } : {}),
    stream: () => socket.open(settings.host, settings.port),
    connectTimeout: CONNECT_LIMIT_MS,
    charset: "utf8mb4",
    // The server must not be able to ask for files of this machine.
    flags: ["-LOCAL_FILES"],
    multipleStatements: false,
    // Rows are read without generating code from the names of columns.
    disableEval: true,
    maxPreparedStatements: STATEMENTS_KEPT,
    rowsAsArray: true,
    // Texts as the server has them: `mysql-cells` decides what a cell becomes.
    supportBigNumbers: true,
    bigNumberStrings: true,
    dateStrings: true,
    jsonStrings: true,
  });
}

/** Rows of a statement of our own, without parameters, by the names of their columns. */
export function ask<Row extends object>(connection: Connection, sql: string): Promise<Row[]> {
  return new Promise((resolve, reject) => {
    connection.query({ sql, rowsAsArray: false }, (error, rows) =>
      error ? reject(error) : resolve(rows as unknown as Row[]),
    );
  });
}

/** Says goodbye without waiting for a server that may not answer. */
export function dropConnection({ connection, socket }: MysqlClient): void {
  connection.end(() => socket.destroy());
  setTimeout(() => socket.destroy(), GOODBYE_MS).unref();
}
