import { randomBytes } from "node:crypto";
import { createEventIds } from "./event-ids";
import type { NewEvent } from "./intake";
import { type Checkpoint, CheckpointSchema, EMBEDDED_ORIGIN, SentEventsSchema } from "./protocol";

/** Where the SDK's outgoing requests end up. */
export type TransportSink = {
  /** Stores sent events durably. Works in any process, with or without an engine. */
  storeEvents(events: NewEvent[]): Promise<void>;
};

/** The engine's side of checkpointing. False means that the task is not held any more. */
export type CheckpointSink = (runId: string, checkpoint: Checkpoint) => Promise<boolean>;

export type Transport = {
  /** For the `fetch` option of the Inngest client: answers the SDK's requests without a network. */
  fetch: typeof fetch;
  /** Random, known to this process alone. */
  signingKey: string;
  /** Connects the engine of this process. */
  attach(checkpoint: CheckpointSink): void;
};

/** Stands where the SDK expects an Inngest server: events go into the database, checkpoints to the engine. */
export function createTransport(sink: TransportSink): Transport {
  let checkpointSink: CheckpointSink | null = null;

  const answer = async (request: Request): Promise<Response> => {
    const url = new URL(request.url);
    if (url.origin === EMBEDDED_ORIGIN && request.method === "POST") {
      if (url.pathname.startsWith("/e/")) return storeEvents(request, sink);
      const runId = /^\/v1\/checkpoint\/([^/]+)\/async$/.exec(url.pathname)?.[1];
      if (runId !== undefined && checkpointSink !== null) {
        return storeCheckpoint(request, decodeURIComponent(runId), checkpointSink);
      }
    }
    return refuse(501, `The embedded job engine does not answer ${request.method} ${request.url}.`);
  };

  return {
    fetch: (input, init) => answer(new Request(input, init)),
    signingKey: `signkey-embedded-${randomBytes(32).toString("hex")}`,
    attach(checkpoint) {
      checkpointSink = checkpoint;
    },
  };
}

async function storeEvents(request: Request, sink: TransportSink): Promise<Response> {
  const sent = SentEventsSchema.safeParse(await request.json());
  if (!sent.success) {
    // 406 is the status whose body the SDK repeats to the caller.
    return refuse(
      406,
      `The embedded job engine stores id, name, data and ts of an event: ${sent.error.message}`,
    );
  }
  const idAt = await createEventIds(request.headers.get("x-inngest-event-id-seed"));
  const events = sent.data.map((event, index) => ({
    id: event.id ?? idAt(index),
    name: event.name,
    data: event.data ?? {},
    ...(event.ts === undefined ? {} : { ts: event.ts }),
  }));
  await sink.storeEvents(events);
  return Response.json({ ids: events.map((event) => event.id), status: 200 });
}

async function storeCheckpoint(request: Request, runId: string, sink: CheckpointSink): Promise<Response> {
  const accepted = await sink(runId, CheckpointSchema.parse(await request.json()));
  // 409 makes the SDK halt this execution: another worker has the run, or this one is stopping.
  return accepted
    ? Response.json({ data: {} })
    : refuse(409, "This execution does not hold its task any more.");
}

function refuse(status: number, error: string): Response {
  return Response.json({ error, status }, { status });
}
