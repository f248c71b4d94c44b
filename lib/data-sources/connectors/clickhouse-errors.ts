/** What the client and the server say, in words for people. Codes: ClickHouse, src/Common/ErrorCodes.cpp. */
import { ClickHouseError } from "@clickhouse/client";
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

const SIGN_IN: Record<string, string> = {
  "81": "There is no database of this name on the server.",
  "192": "The user or the password is wrong.",
  "193": "The user or the password is wrong.",
  "194": "The server asks for a password. Enter the user's password.",
  "195": "The server does not let this user in from here. Its administrator can allow this address.",
  "202": "The server answers as many questions as it may. Lower the connection limit, or try again later.",
  "516": "The user or the password is wrong.",
};
const TIME_IS_UP = new Set(["159", "160"]);
const READ_ONLY = "164";

/** `reached` is the step that was under way, when the error itself does not say it. */
export function describeConnectFailure(error: unknown, reached: ConnectStep): ConnectFailure {
  if (error instanceof ClickHouseError)
    return { step: "sign in", message: SIGN_IN[error.code] ?? `The server says: ${sentence(error)}` };
  const { code, step = reached } = error as { code?: string; step?: ConnectStep };
  if (code === "ETIMEDOUT") return describeSlowStep(step, "ClickHouse's HTTP interface");
  const network = describeNetworkFailure(error);
  if (network) return network;
  const message =
    step === "sign in"
      ? "The server did not answer as ClickHouse does. Check that its HTTP interface listens on this port, and the TLS setting."
      : "The connection was closed by the server.";
  return { step, message };
}

/** An error of a running statement. `details.position` is in `text`. */
export function describeQueryFailure(
  error: unknown,
  sourceName: string,
  timeoutMs: number,
  text: string,
): AppError {
  if (error instanceof AppError) return error;
  if (!(error instanceof ClickHouseError))
    return unreachable(sourceName, describeConnectFailure(error, "connect"));
  if (TIME_IS_UP.has(error.code)) return timedOut(sourceName, timeoutMs);
  if (SIGN_IN[error.code]) return unreachable(sourceName, describeConnectFailure(error, "sign in"));
  const details = { serverCode: error.code };
  if (error.code === READ_ONLY && /cannot modify/i.test(error.message))
    return refused(sourceName, `it changes a setting (${clause(error)}). Remove SETTINGS from it.`, details);
  if (error.code === READ_ONLY) return refusedWriting(sourceName, clause(error), details);
  const position = errorPosition(error.message, text);
  return refused(sourceName, sentence(error), { ...details, ...(position ? { position } : {}) });
}

/** The place a syntax error names, counted in bytes from 1 and from where the text begins after its spaces. */
export function errorPosition(message: string, text: string): number | undefined {
  const match = /failed at position (\d+)/.exec(message);
  if (!match) return undefined;
  const spaces = text.length - text.trimStart().length;
  const before = Buffer.from(text.slice(spaces)).subarray(0, Number(match[1]) - 1);
  return spaces + before.toString("utf8").length + 1;
}

/** Without the server's list of everything that might have stood there. */
const clause = (error: Error): string =>
  error.message
    .replace(/\.? ?Expected (one of)?:?[\s\S]*$/, "")
    .trim()
    .replace(/\.$/, "");
const sentence = (error: Error): string => `${clause(error)}.`;
