import type { Pool } from "pg";
import type { FunctionDefinition } from "./definitions";
import type { Sdk } from "./sdk";

export type EngineOptions = {
  /** Calls in flight at once in this process. */
  slots: number;
  /** How long a silent worker keeps its tasks. Shorter recovers sooner, but must outlast any pause of the process. */
  leaseMs: number;
  /** How long a lost notification may delay work. */
  pollMs: number;
  /** How long `stop()` waits for steps in flight. */
  drainMs: number;
  /** Finished runs and routed events are kept this long. It is also how far back ids and keys are remembered. */
  retentionDays: number;
  /** Milliseconds to wait after failed attempt number `attempt` (0 is the first). */
  backoffMs: (attempt: number) => number;
};

/** What the parts of one engine share. */
export type EngineContext = {
  pool: Pool;
  /** The id of the Inngest client; ids of functions begin with it. */
  appId: string;
  workerId: string;
  sdk: Sdk;
  definitions: Map<string, FunctionDefinition>;
  options: EngineOptions;
  /** True from the moment `stop()` was called: nothing new is begun. */
  isStopping: () => boolean;
};
