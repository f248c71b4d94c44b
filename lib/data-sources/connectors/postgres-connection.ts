import pg from "pg";
import { cancelled, ConnectionFailed } from "./failures";
import { GuardedSocket } from "./guarded-socket";
import { describeConnectFailure } from "./postgres-errors";
import { tlsOptions } from "./tls";
import type { Credentials } from "./types";

/** Name look-up, connection and sign-in together; people wait for the answer. */
const CONNECT_LIMIT_MS = 4500;

// On globalThis, because the bundler may load this module more than once in one process: a connection that one of
// them opened is lent to another.
const holder = globalThis as typeof globalThis & { broadsheetSockets?: WeakMap<pg.Client, GuardedSocket> };

function sockets(): WeakMap<pg.Client, GuardedSocket> {
  holder.broadsheetSockets ??= new WeakMap();
  return holder.broadsheetSockets;
}

/** Opens one connection. Throws ConnectionFailed with the step that failed, or `cancelled` when the signal aborts. */
export async function openConnection(
  { settings, password }: Credentials,
  signal?: AbortSignal,
): Promise<pg.Client> {
  if (signal?.aborted) throw cancelled();
  const socket = new GuardedSocket();
  const tls = tlsOptions(settings);
  const client = new pg.Client({
    host: settings.host,
    port: settings.port,
    database: settings.database,
    user: settings.user,
    // As a function: an empty one must not be looked for in the environment or a password file.
    password: () => password,
    // With the host, so that a certificate for an address is checked against it.
    ssl: tls ? { ...tls, host: settings.host } : false,
    application_name: "broadsheet",
    connectionTimeoutMillis: CONNECT_LIMIT_MS,
    keepAlive: true,
    stream: () => socket,
  });
  sockets().set(client, socket);
  // A connection that breaks while idle says so here; without a listener it would end the process.
  client.on("error", () => socket.destroy());
  const abort = () => socket.destroy(new Error("aborted"));
  signal?.addEventListener("abort", abort, { once: true });
  try {
    await client.connect();
    return client;
  } catch (error) {
    socket.destroy();
    if (signal?.aborted) throw cancelled();
    throw new ConnectionFailed(describeConnectFailure(error, socket.step));
  } finally {
    signal?.removeEventListener("abort", abort);
  }
}

/** Ends a connection without waiting for a server that may not answer. */
export function dropConnection(client: pg.Client): void {
  client.end().catch(() => undefined);
}

/** What the server has sent over a connection so far. */
export const bytesReceived = (client: pg.Client): number => sockets().get(client)?.bytesRead ?? 0;

/** Ends a connection in the middle of what the server is sending. */
export function severConnection(client: pg.Client): void {
  sockets().get(client)?.destroy();
}
