import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { Inngest } from "inngest";
import { Pool } from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { insertEvents } from "./embedded/intake";
import { startRelay } from "./relay";

/** Takes sends like an Inngest server does; `refuse` many of them fail first. */
const received: { id: string; name: string; data: unknown }[] = [];
let refuse = 0;

const server = createServer((request, response) => void answer(request, response));

async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
  let body = "";
  for await (const chunk of request) body += chunk;
  response.setHeader("content-type", "application/json");
  if (refuse > 0) {
    refuse -= 1;
    response.statusCode = 400;
    response.end(JSON.stringify({ error: "refused", status: 400 }));
    return;
  }
  const events = JSON.parse(body) as { id: string; name: string; data: unknown }[];
  received.push(...events);
  response.end(JSON.stringify({ ids: events.map(({ id }) => id), status: 200 }));
}

const pool = new Pool({ connectionString: process.env.APP_DATABASE_URL });
const databaseUrl = process.env.APP_DATABASE_URL ?? "";
let client: Inngest;

beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  client = new Inngest({
    id: "relay-test",
    isDev: false,
    eventKey: "key",
    baseUrl: `http://127.0.0.1:${port}`,
    aiMetadata: false,
  });
});

afterAll(async () => {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
  await pool.end();
});

async function unrouted(): Promise<number> {
  const { rowCount } = await pool.query("select 1 from job_events where routed_at is null");
  return rowCount ?? 0;
}

test("events are handed over once, with their ids, also those refused at first", async () => {
  refuse = 1;
  const events = Array.from({ length: 130 }, (_, n) => ({
    id: `event-${n}`,
    name: "test/relay",
    data: { n },
  }));
  await insertEvents(pool, events);
  const relay = await startRelay({ client, databaseUrl });
  await expect.poll(unrouted, { timeout: 20_000 }).toBe(0);
  await insertEvents(pool, [{ id: "event-late", name: "test/relay", data: { n: 130 } }]);
  await expect.poll(unrouted, { timeout: 20_000 }).toBe(0);
  await relay.stop();
  expect(received.map(({ id }) => id).sort()).toEqual([...events.map(({ id }) => id), "event-late"].sort());
  expect(received.find(({ id }) => id === "event-7")?.data).toEqual({ n: 7 });
});
