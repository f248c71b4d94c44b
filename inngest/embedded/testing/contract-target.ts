import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { Inngest } from "inngest";
import { serve } from "inngest/node";
import { CONTRACT_APP, contractFunctions } from "./contract-functions";
import type { Journal } from "./journal";
import { startContractEngine } from "./start-contract-engine";

/** What runs the contract functions: our engine, or a real Inngest server to compare it with. */
export type ContractTarget = {
  kind: "embedded" | "server";
  client: Inngest;
  stop: () => Promise<void>;
};

/**
 * With `serverUrl` (of an Inngest dev server) the functions are served over HTTP and registered there; without,
 * the embedded engine runs them in this process.
 */
export async function startTarget(options: {
  serverUrl: string | undefined;
  databaseUrl: string;
  journal: Journal;
}): Promise<ContractTarget> {
  if (options.serverUrl !== undefined) return startServerTarget(options.serverUrl, options.journal);
  return { kind: "embedded", ...(await startContractEngine(options.databaseUrl, options.journal)) };
}

async function startServerTarget(baseUrl: string, journal: Journal): Promise<ContractTarget> {
  const client = new Inngest({ id: CONTRACT_APP, isDev: true, baseUrl, aiMetadata: false });
  const server = createServer(serve({ client, functions: contractFunctions(client, journal) }));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  const registered = await fetch(`http://127.0.0.1:${port}/api/inngest`, { method: "PUT" });
  if (!registered.ok)
    throw new Error(`The Inngest server at ${baseUrl} did not take the functions: ${registered.status}`);
  return {
    kind: "server",
    client,
    async stop() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
