/** What the driver and the server say, in words for people. Credentials and the host never enter a message. */
import { DatabaseError } from "pg";
import { AppError } from "@/lib/errors";

export type ConnectStep = "resolve" | "connect" | "sign in";

export type ConnectFailure = { step: ConnectStep; message: string };

const STEP_TIMED_OUT: Record<ConnectStep, string> = {
  resolve: "The host name could not be looked up in time. Check the name and the server's DNS.",
  connect:
    "The server did not answer in time. Check the host and port, and that a firewall lets this server in.",
  "sign in": "The server took the connection but did not answer. Check that PostgreSQL listens on this port.",
};

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
  EHOSTUNREACH: {
    step: "connect",
    message: "There is no route to the host. Check the address and the network.",
  },
  ENETUNREACH: {
    step: "connect",
    message: "There is no route to the host. Check the address and the network.",
  },
  ETIMEDOUT: { step: "connect", message: STEP_TIMED_OUT.connect },
};

const BY_SERVER_CODE: Record<string, string> = {
  "28P01": "The user or the password is wrong.",
  "28000": "The server does not let this user in from here. Check the user, the TLS setting and pg_hba.conf.",
  "3D000": "There is no database of this name on the server.",
  "53300": "The server has no free connections. Lower the connection limit, or try again later.",
  "57P03": "The server is starting up. Try again in a moment.",
};

/** `reached` is the step that was under way when the connection failed. */
export function describeConnectFailure(error: unknown, reached: ConnectStep): ConnectFailure {
  if (error instanceof DatabaseError)
    return {
      step: "sign in",
      message: BY_SERVER_CODE[error.code ?? ""] ?? `The server says: ${error.message}.`,
    };
  const { code = "", message = "" } = error as { code?: string; message?: string };
  const network = BY_NETWORK_CODE[code];
  if (network) return network;
  if (message === "timeout expired") return { step: reached, message: STEP_TIMED_OUT[reached] };
  if (/does not support SSL/.test(message))
    return {
      step: "connect",
      message: "The server does not offer TLS. Choose TLS: off, or turn it on there.",
    };
  if (/^(CERT_|ERR_TLS_|ERR_SSL_|UNABLE_TO_|DEPTH_ZERO_|SELF_SIGNED_)/.test(code))
    return {
      step: "connect",
      message: `The server's certificate was not accepted (${code}). Install a valid one, or choose TLS without a check.`,
    };
  if (/SASL|password/i.test(message))
    return { step: "sign in", message: "The server asks for a password. Enter the user's password." };
  return { step: reached, message: "The connection was closed by the server." };
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

/** An error of a running statement. `details.position` is in the text that was sent. */
export function describeQueryFailure(
  error: unknown,
  source: { name: string; statementTimeoutMs: number },
): AppError {
  if (error instanceof AppError) return error;
  if (!(error instanceof DatabaseError)) {
    const message = "The connection was lost while the query ran. Try again.";
    return unreachable(source.name, { step: "connect", message });
  }
  const sqlState = error.code ?? "";
  if (sqlState === "57014") return timedOut(source.name, source.statementTimeoutMs);
  if (sqlState.startsWith("57P") || sqlState.startsWith("08"))
    return unreachable(source.name, {
      step: "connect",
      message: "The server closed the connection. Try again.",
    });
  if (sqlState === "25006")
    return new AppError(
      "query_failed",
      `${quoted(source.name)} is only read, and this query writes (${error.message}). Remove what writes.`,
      { sqlState },
    );
  const hint = error.hint ? ` ${error.hint}` : "";
  const position = Number(error.position);
  return new AppError("query_failed", `${quoted(source.name)} refused the query: ${error.message}.${hint}`, {
    sqlState,
    ...(position > 0 ? { position } : {}),
  });
}

const quoted = (name: string): string => `The data source “${name}”`;
