/** What goes wrong with any server, in words for people. Credentials and the host never enter a message. */
import { AppError } from "@/lib/errors";

/** The steps of reaching a server, in their order. */
export const CONNECT_STEPS = ["resolve", "connect", "sign in"] as const;
export type ConnectStep = (typeof CONNECT_STEPS)[number];

export type ConnectFailure = { step: ConnectStep; message: string };

/** Thrown while a connection is opened: which step failed, and what to do. */
export class ConnectionFailed extends Error {
  constructor(readonly failure: ConnectFailure) {
    super(failure.message);
    this.name = "ConnectionFailed";
  }
}

const NO_ROUTE = "There is no route to the host. Check the address and the network.";
const NO_ANSWER =
  "The server did not answer in time. Check the host and port, and that a firewall lets this server in.";

const BY_NETWORK_CODE: Record<string, ConnectFailure> = {
  ENOTFOUND: { step: "resolve", message: "The host name is not known. Check its spelling." },
  EAI_AGAIN: {
    step: "resolve",
    message: "The host name could not be looked up. Check the name and the DNS.",
  },
  ECONNREFUSED: {
    step: "connect",
    message: "The connection was refused. Check the host and port, and that the server runs.",
  },
  EHOSTUNREACH: { step: "connect", message: NO_ROUTE },
  ENETUNREACH: { step: "connect", message: NO_ROUTE },
  ETIMEDOUT: { step: "connect", message: NO_ANSWER },
};

/** What the network and TLS say, the same for every driver; undefined when it is something else. */
export function describeNetworkFailure(error: unknown): ConnectFailure | undefined {
  const { code = "", message = "" } = error as { code?: unknown; message?: string };
  const name = String(code);
  // The guard's own sentence says which address is meant and who may allow it.
  if (name === "EREFUSEDADDRESS") return { step: "resolve", message };
  if (/^(CERT_|ERR_TLS_|ERR_SSL_|UNABLE_TO_|DEPTH_ZERO_|SELF_SIGNED_|HOSTNAME_MISMATCH)/.test(name))
    return {
      step: "connect",
      message: `The server's certificate was not accepted (${name}). Install a valid one, enter the certificate of its authority, or choose TLS without a check.`,
    };
  return BY_NETWORK_CODE[name];
}

/** A step that took longer than a connection may take; `listener` is the product expected there. */
export function describeSlowStep(step: ConnectStep, listener: string): ConnectFailure {
  const message = {
    resolve: "The host name could not be looked up in time. Check the name and the server's DNS.",
    connect: NO_ANSWER,
    "sign in": `The server took the connection but did not answer. Check that ${listener} listens on this port.`,
  }[step];
  return { step, message };
}

export function unreachable(sourceName: string, failure: ConnectFailure): AppError {
  return new AppError("source_unreachable", `${quoted(sourceName)} cannot be reached. ${failure.message}`, {
    step: failure.step,
  });
}

export function timedOut(sourceName: string, limitMs: number): AppError {
  return new AppError(
    "query_timeout",
    `${quoted(sourceName)} did not answer within ${(limitMs / 1000).toLocaleString("en-GB")} s. Ask for less, add an index, or raise the source's time limit.`,
    { limitMs },
  );
}

export function tooLarge(sourceName: string, limitBytes: number): AppError {
  return new AppError(
    "query_failed",
    `${quoted(sourceName)} answered with more than ${limitBytes / 1024 / 1024} MB. Ask for fewer rows, or for shorter texts.`,
    { limitBytes },
  );
}

export function cancelled(): AppError {
  return new AppError("cancelled", "The query was cancelled.");
}

/** `said` is the server's own sentence. */
export function refused(sourceName: string, said: string, details: AppError["details"] = {}): AppError {
  return new AppError("query_failed", `${quoted(sourceName)} refused the query: ${said}`, details);
}

export function refusedWriting(
  sourceName: string,
  said: string,
  details: AppError["details"] = {},
): AppError {
  return new AppError(
    "query_failed",
    `${quoted(sourceName)} is only read, and this query writes (${said}). Remove what writes.`,
    details,
  );
}

const quoted = (name: string): string => `The data source “${name}”`;
