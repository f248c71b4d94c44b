import type { AppError } from "@/lib/errors";
import type { Credentials, OpenServer } from "./types";

/** What the pool and the session need of a database's client; `Session` names a running session to its server. */
export type Driver<Client, Session> = {
  /** Throws ConnectionFailed with the step that failed, or `cancelled` when the signal aborts. */
  open(credentials: Credentials, signal?: AbortSignal): Promise<Client>;
  /** Ends a connection without waiting for a server that may not answer. */
  drop(client: Client): void;
  /** Ends a connection at once, in the middle of what the server is sending. */
  sever(client: Client): void;
  /** What the server has sent over the connection so far. */
  bytesReceived(client: Client): number;
  /** Calls back when an idle connection breaks; the function returned stops that. */
  onEnd(client: Client, ended: () => void): () => void;
  /** Whether the connection keeps the process alive. */
  hold(client: Client, isHeld: boolean): void;
  /** A read-only transaction with the time limit and the time zone. */
  begin(client: Client, limits: { timeoutMs: number; zone: string }): Promise<Session>;
  /** Rolls back, and leaves nothing behind for the next one who borrows the connection. */
  end(client: Client): Promise<unknown>;
  /** Asks the server, over another connection, to stop what the session runs. */
  cancel(source: OpenServer, session: Session): Promise<void>;
  describeFailure(error: unknown, sourceName: string, timeoutMs: number): AppError;
};
