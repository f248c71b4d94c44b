export { enqueue, type OutboxTransaction } from "./enqueue";
export {
  JOB_EVENT_SCHEMAS,
  type JobEvent,
  type JobEventData,
  type JobEventName,
} from "./events";
export { type EngineHealth, engineHealth } from "./health";
export { startHeartbeat, type WorkerIdentity } from "./heartbeat";
export type { Queryable } from "./queryable";
export { type Found, sweepEach } from "./sweep-each";
