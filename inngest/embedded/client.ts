import { Inngest } from "inngest";
import type { Pool } from "pg";
import { insertEvents } from "./intake";
import { EMBEDDED_ORIGIN } from "./protocol";
import { sdkLogger } from "./sdk-logger";
import { createTransport, type Transport } from "./transport";

/**
 * An Inngest client whose server is this product: what it sends is stored in `job_events`. The pool is asked for
 * on the first send. In cloud mode with a random key, so that its handler runs functions for the engine alone.
 */
export function createEmbeddedClient(options: { id: string; pool: () => Pool }): {
  client: Inngest;
  transport: Transport;
} {
  const transport = createTransport({ storeEvents: (events) => insertEvents(options.pool(), events) });
  const client = new Inngest({
    id: options.id,
    isDev: false,
    baseUrl: EMBEDDED_ORIGIN,
    eventKey: "embedded",
    signingKey: transport.signingKey,
    fetch: transport.fetch,
    logger: sdkLogger,
    // Would open a tracing pipeline towards the server, which there is none.
    aiMetadata: false,
  });
  return { client, transport };
}
