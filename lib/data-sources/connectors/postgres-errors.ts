/** What node-postgres and the server say, in words for people. */
import { DatabaseError } from "pg";
import { AppError } from "@/lib/errors";
import {
  type ConnectFailure,
  type ConnectStep,
  describeNetworkFailure,
  describeSlowStep,
  refused,
  refusedWriting,
  timedOut,
  unreachable,
} from "./failures";

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
  const network = describeNetworkFailure(error);
  if (network) return network;
  const { message = "" } = error as { message?: string };
  if (message === "timeout expired") return describeSlowStep(reached, "PostgreSQL");
  if (/does not support SSL/.test(message))
    return {
      step: "connect",
      message: "The server does not offer TLS. Choose TLS: off, or turn it on there.",
    };
  if (/SASL|password/i.test(message))
    return { step: "sign in", message: "The server asks for a password. Enter the user's password." };
  return { step: reached, message: "The connection was closed by the server." };
}

/** An error of a running statement. `details.position` is in the text that was sent. */
export function describeQueryFailure(error: unknown, sourceName: string, timeoutMs: number): AppError {
  if (error instanceof AppError) return error;
  if (!(error instanceof DatabaseError)) {
    const message = "The connection was lost while the query ran. Try again.";
    return unreachable(sourceName, { step: "connect", message });
  }
  const sqlState = error.code ?? "";
  if (sqlState === "57014") return timedOut(sourceName, timeoutMs);
  if (sqlState.startsWith("57P") || sqlState.startsWith("08"))
    return unreachable(sourceName, {
      step: "connect",
      message: "The server closed the connection. Try again.",
    });
  if (sqlState === "25006") return refusedWriting(sourceName, error.message, { sqlState });
  const hint = error.hint ? ` ${error.hint}` : "";
  const position = Number(error.position);
  return refused(sourceName, `${error.message}.${hint}`, {
    sqlState,
    ...(position > 0 ? { position } : {}),
  });
}
