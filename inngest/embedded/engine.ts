import type { Inngest, InngestFunction } from "inngest";
import { ulid } from "ulid";
import { log } from "@/lib/log";
import { inngestBackoffMs } from "./backoff";
import { type Alarm, createAlarm } from "./alarm";
import { applyCheckpoint } from "./checkpoint";
import type { EngineContext, EngineOptions } from "./context";
import { createJobsPool, EVENTS_CHANNEL, TASKS_CHANNEL } from "./database";
import { readDefinitions } from "./definitions";
import { executeTask, holdIdOf } from "./execute";
import { HeldLeases } from "./leases";
import { listen } from "./listener";
import { deleteOldJobs } from "./retention";
import { routeEvents } from "./routing";
import { createSdk } from "./sdk";
import { claimTasks, releaseTask } from "./tasks";
import { registerCrons, tickCrons } from "./ticks";
import type { Transport } from "./transport";
import { peekAtWork } from "./work";

const DEFAULTS: EngineOptions = {
  slots: 8,
  leaseMs: 10_000,
  pollMs: 1_000,
  drainMs: 20_000,
  retentionDays: 14,
  backoffMs: inngestBackoffMs,
};

const RETENTION_EVERY_MS = 10 * 60_000;
/** Connections beyond one per slot: the loop, lease beats, ticks and clean-up must not wait for calls. */
const SPARE_CONNECTIONS = 4;

export type Engine = {
  workerId: string;
  /** Stops taking work, waits for what is in flight, and gives the rest back to other workers. */
  stop(): Promise<void>;
};

export type EngineSetup = {
  client: Inngest.Any;
  transport: Transport;
  functions: InngestFunction.Any[];
  databaseUrl: string;
  options?: Partial<EngineOptions>;
};

/**
 * Starts running Inngest functions on the tables `job_*` of the given database.
 * Throws when a function uses what the engine does not support, before anything runs.
 */
export async function startEngine(setup: EngineSetup): Promise<Engine> {
  let stopping = false;
  const engine = await createContext(setup, () => stopping);
  const leases = new HeldLeases(engine.pool, engine.options.leaseMs, holdIdOf);
  setup.transport.attach(async (runId, checkpoint) => {
    const lease = leases.get(checkpoint.qi_id);
    return lease !== undefined && lease.runId === runId && applyCheckpoint(engine, lease, checkpoint);
  });
  const alarm = createAlarm();
  const listener = listen(setup.databaseUrl, [EVENTS_CHANNEL, TASKS_CHANNEL], {
    onNotify: alarm.ring,
    onError: (error) => log.warn("Notifications are interrupted; the engine polls meanwhile.", {}, error),
  });
  await listener.ready;
  const cleaning = startCleaning(engine);
  const loop = dispatchLoop(engine, leases, alarm);

  return {
    workerId: engine.workerId,
    async stop() {
      stopping = true;
      alarm.ring();
      cleaning.stop();
      await loop;
      await leases.drain(engine.options.drainMs);
      leases.stopBeating();
      // A step still running goes on until the process ends, but its result is not taken any more.
      for (const lease of leases.all()) await releaseTask(engine.pool, lease);
      await listener.close();
      await engine.pool.end();
    },
  };
}

async function createContext(setup: EngineSetup, isStopping: () => boolean): Promise<EngineContext> {
  const options = { ...DEFAULTS, ...setup.options };
  const sdk = createSdk({ ...setup, signingKey: setup.transport.signingKey });
  const definitions = readDefinitions(await sdk.discover());
  const pool = createJobsPool(setup.databaseUrl, {
    max: options.slots + SPARE_CONNECTIONS,
    onError: (error) => log.warn("A database connection of the job engine broke.", {}, error),
  });
  const workerId = `worker-${ulid()}`;
  const engine = { appId: setup.client.id, workerId, pool, sdk, definitions, options, isStopping };
  try {
    await registerCrons(engine);
  } catch (error) {
    await pool.end();
    throw error;
  }
  return engine;
}

/** Routes, ticks and claims for as long as there is something to do, then sleeps until something is due. */
async function dispatchLoop(engine: EngineContext, leases: HeldLeases, alarm: Alarm): Promise<void> {
  while (!engine.isStopping()) {
    let waitMs = engine.options.pollMs;
    try {
      const work = await peekAtWork(engine.pool);
      const ticked = work.cronDue ? await tickCrons(engine) : 0;
      const routed = work.eventWaiting ? await routeEvents(engine) : 0;
      const claimed = work.taskDue || ticked > 0 || routed > 0 ? await claim(engine, leases, alarm) : 0;
      if (ticked > 0 || routed > 0 || claimed > 0) continue;
      waitMs = Math.min(waitMs, work.nextDueInMs);
    } catch (error) {
      log.error("The job engine could not reach its tables; it tries again.", {}, error);
    }
    await alarm.wait(waitMs);
  }
}

async function claim(engine: EngineContext, leases: HeldLeases, alarm: Alarm): Promise<number> {
  const slots = engine.options.slots - leases.size;
  if (slots <= 0) return 0;
  const { workerId, options } = engine;
  const claimed = await claimTasks(engine.pool, { workerId, slots, leaseMs: options.leaseMs });
  for (const lease of claimed) leases.hold(lease, executeTask(engine, lease), alarm.ring);
  return claimed.length;
}

function startCleaning(engine: EngineContext): { stop: () => void } {
  const clean = () =>
    void deleteOldJobs(engine.pool, engine.options.retentionDays, engine.isStopping).catch((error) =>
      log.error("Old jobs could not be deleted.", {}, error),
    );
  clean();
  const timer = setInterval(clean, RETENTION_EVERY_MS);
  return { stop: () => clearInterval(timer) };
}
