/** What mysql2 and the server say, in words for people. Error numbers: MySQL and MariaDB server error references. */
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

const SIGN_IN: Record<number, string> = {
  1040: "The server has no free connections. Lower the connection limit, or try again later.",
  1044: "This user may not use the database. Grant it SELECT there, or choose another database.",
  1045: "The user or the password is wrong, or the server does not let this user in from here.",
  1049: "There is no database of this name on the server.",
  1129: "The server has blocked this machine after too many failed connections. Its administrator can run FLUSH HOSTS.",
  1130: "The server does not let this machine in. Its administrator can create the user for this host.",
  1203: "This user has no free connections. Lower the connection limit, or try again later.",
  1226: "This user has used up what the server allows it. Try again later, or raise the user's limits.",
  1251: "The server signs users in by a method this product does not know. Use caching_sha2_password or mysql_native_password.",
  1820: "The user's password has expired. Set a new one on the server.",
  1862: "The user's password has expired. Set a new one on the server.",
  3118: "The user is locked on the server. Unlock it there.",
  3159: "The server asks for TLS. Choose TLS: on.",
  4031: "The server closed the connection because it was idle. Try again.",
  4151: "The user is locked on the server. Unlock it there.",
};

const TIME_IS_UP = new Set([1969, 3024]);
const READ_ONLY = new Set([1290, 1792, 1836]);

type DriverError = {
  code?: string;
  errno?: number;
  message?: string;
  sqlMessage?: string;
  sqlState?: string;
  fatal?: boolean;
};

/** `reached` is the step that was under way when the connection failed. */
export function describeConnectFailure(error: unknown, reached: ConnectStep): ConnectFailure {
  const { code = "", errno = 0, sqlMessage } = error as DriverError;
  const known = SIGN_IN[errno];
  if (known) return { step: "sign in", message: known };
  if (sqlMessage) return { step: "sign in", message: `The server says: ${sqlMessage}.` };
  // Also how the driver calls a sign-in that takes too long.
  if (code === "ETIMEDOUT") return describeSlowStep(reached, "MySQL or MariaDB");
  const network = describeNetworkFailure(error);
  if (network) return network;
  if (code === "HANDSHAKE_NO_SSL_SUPPORT")
    return {
      step: "connect",
      message: "The server does not offer TLS. Choose TLS: off, or turn it on there.",
    };
  if (code === "AUTH_SWITCH_PLUGIN_ERROR") return { step: "sign in", message: SIGN_IN[1251] ?? "" };
  if (reached === "sign in")
    return {
      step: "sign in",
      message: "The server closed the connection. Check that MySQL or MariaDB listens on this port.",
    };
  return { step: reached, message: "The connection was closed by the server." };
}

/** An error of a running statement. `details.position` is in `text`. */
export function describeQueryFailure(
  error: unknown,
  sourceName: string,
  timeoutMs: number,
  text = "",
): AppError {
  if (error instanceof AppError) return error;
  const { errno = 0, sqlMessage, sqlState } = error as DriverError;
  if (sqlMessage === undefined)
    return unreachable(sourceName, {
      step: "connect",
      message: "The connection was lost while the query ran. Try again.",
    });
  if (TIME_IS_UP.has(errno)) return timedOut(sourceName, timeoutMs);
  if (READ_ONLY.has(errno)) return refusedWriting(sourceName, sqlMessage, { sqlState });
  const position = errorPosition(sqlMessage, text);
  return refused(sourceName, `${sqlMessage.replace(/\.$/, "")}.`, {
    sqlState,
    ...(position ? { position } : {}),
  });
}

/** The place a syntax error names by its line and by what follows there; 1-based. */
export function errorPosition(message: string, text: string): number | undefined {
  const match = /near '([\s\S]*)' at line (\d+)\s*$/.exec(message);
  if (!match || text === "") return undefined;
  const [, near = "", line = "1"] = match;
  let lineStart = 0;
  for (let count = 1; count < Number(line); count += 1) {
    const next = text.indexOf("\n", lineStart);
    if (next < 0) break;
    lineStart = next + 1;
  }
  if (near === "") return text.trimEnd().length + 1;
  const found = text.indexOf(near, lineStart);
  return (found < 0 ? lineStart : found) + 1;
}
