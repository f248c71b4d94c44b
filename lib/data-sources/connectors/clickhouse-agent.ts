import http from "node:http";
import https from "node:https";
import { isIP } from "node:net";
import type { Duplex } from "node:stream";
import tls from "node:tls";
import type { ServerSettings } from "@/lib/data-sources/schemas";
import { GuardedSocket } from "./guarded-socket";
import { tlsOptions } from "./tls";

/** Name look-up, connection and TLS together; people wait for the answer. */
const CONNECT_LIMIT_MS = 4500;

type Done = (error: Error | null, stream: Duplex) => void;

/** Connections over HTTP that go only to addresses the operator allows; kept alive between questions. */
export function guardedAgent(settings: ServerSettings, maxSockets: number): http.Agent {
  const options = { keepAlive: true, maxSockets };
  const secure = tlsOptions(settings);
  const agent = secure ? new https.Agent(options) : new http.Agent(options);
  agent.createConnection = (_, done) => {
    connect(settings, secure, done as Done);
    return undefined;
  };
  return agent;
}

function connect(settings: ServerSettings, secure: ReturnType<typeof tlsOptions>, done: Done): void {
  const { host, port } = settings;
  const socket = new GuardedSocket();
  let stream: Duplex = socket;
  let isDone = false;
  const finish = (error: Error | null) => {
    if (isDone) return;
    isDone = true;
    clearTimeout(timer);
    // The step tells people where it ended.
    if (error) Object.assign(error, { step: socket.step });
    done(error, stream);
  };
  const timer = setTimeout(
    () => socket.destroy(Object.assign(new Error("no answer in time"), { code: "ETIMEDOUT" })),
    CONNECT_LIMIT_MS,
  );
  socket.once("error", finish);
  socket.once("connect", () => {
    if (!secure) return finish(null);
    // With the host, so that a certificate for an address is checked against it.
    const servername = isIP(host) ? undefined : host;
    const encrypted = tls.connect({ ...secure, socket, host, servername }, () => finish(null));
    encrypted.once("error", finish);
    stream = encrypted;
  });
  socket.open(host, port);
}
