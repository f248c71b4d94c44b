import { Client } from "pg";

const RECONNECT_AFTER_MS = 1_000;

/**
 * Calls `onNotify` for every notification on the channels, over a connection of its own that is opened again when
 * it breaks. Notifications sent meanwhile are lost, which is why everybody who listens also polls.
 */
export function listen(
  connectionString: string,
  channels: string[],
  handlers: { onNotify: () => void; onError: (error: unknown) => void },
): { ready: Promise<void>; close: () => Promise<void> } {
  let closed = false;
  let client: Client | null = null;
  let timer: NodeJS.Timeout | undefined;

  const reconnect = (error: unknown) => {
    if (closed || timer !== undefined) return;
    handlers.onError(error);
    timer = setTimeout(() => {
      timer = undefined;
      void connect();
    }, RECONNECT_AFTER_MS);
  };

  const connect = async () => {
    const next = new Client({
      connectionString,
      application_name: "broadsheet-jobs-listen",
      keepAlive: true,
    });
    client = next;
    next.on("error", reconnect);
    next.on("end", () => reconnect(new Error("The connection for notifications ended.")));
    next.on("notification", handlers.onNotify);
    try {
      await next.connect();
      for (const channel of channels) await next.query(`listen ${next.escapeIdentifier(channel)}`);
      // Whatever happened while nobody listened is looked for at once.
      handlers.onNotify();
    } catch (error) {
      await next.end().catch(() => {});
      reconnect(error);
    }
  };

  return {
    ready: connect(),
    async close() {
      closed = true;
      clearTimeout(timer);
      await client?.end().catch(() => {});
    },
  };
}
