import { EventType, Inngest } from "inngest";
import type { Pool } from "pg";
import { env } from "@/lib/env";
import { JOB_EVENT_SCHEMAS, type JobEventName } from "@/lib/jobs";
import { log } from "@/lib/log";
import { createEmbeddedClient } from "./embedded/client";
import { createJobsPool } from "./embedded/database";
import { sdkLogger } from "./embedded/sdk-logger";
import type { Transport } from "./embedded/transport";

const APP_ID = "broadsheet";

/** Connections for events sent by functions; the engine brings its own for everything else. */
const SEND_CONNECTIONS = 2;

let pool: Pool | undefined;

function sendPool(): Pool {
  pool ??= createJobsPool(env().appDatabaseUrl, {
    max: SEND_CONNECTIONS,
    onError: (error) => log.warn("A database connection for sending events broke.", {}, error),
  });
  return pool;
}

/** Closes what sending events opened. For the end of the worker process. */
export async function closeClient(): Promise<void> {
  await pool?.end();
  pool = undefined;
}

function createClient(): { client: Inngest; transport: Transport | null } {
  const settings = env().inngest;
  if (settings.mode === "embedded") return createEmbeddedClient({ id: APP_ID, pool: sendPool });
  const { eventKey, signingKey, baseUrl, isDev } = settings;
  return {
    client: new Inngest({
      id: APP_ID,
      isDev,
      logger: sdkLogger,
      aiMetadata: false,
      ...(eventKey ? { eventKey } : {}),
      ...(signingKey ? { signingKey } : {}),
      ...(baseUrl ? { baseUrl } : {}),
    }),
    transport: null,
  };
}

const created = createClient();

/** The one Inngest client; functions are created on it. Which server it speaks to is chosen by the environment. */
export const inngest = created.client;

/** How the embedded engine reaches the client; null when an Inngest server runs the functions. */
export const embeddedTransport = created.transport;

/** The trigger for one of our events, with its data typed and checked: `triggers: [onEvent("report/…")]`. */
export function onEvent<Name extends JobEventName>(name: Name) {
  return new EventType<Name, (typeof JOB_EVENT_SCHEMAS)[Name]>({ name, schema: JOB_EVENT_SCHEMAS[name] });
}
