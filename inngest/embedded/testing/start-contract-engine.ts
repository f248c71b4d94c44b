import type { Inngest } from "inngest";
import { createEmbeddedClient } from "../client";
import type { EngineOptions } from "../context";
import { createJobsPool } from "../database";
import { startEngine } from "../engine";
import { CONTRACT_APP, contractFunctions } from "./contract-functions";
import type { Journal } from "./journal";

/** Short waits, so that tests of waiting are short. A lease outlasts a garbage collection, not more. */
export const CONTRACT_OPTIONS: Partial<EngineOptions> = {
  slots: 6,
  leaseMs: 1_500,
  backoffMs: () => 50,
};

export type ContractEngine = { client: Inngest; stop: () => Promise<void> };

/** An engine in this process that runs the contract functions. */
export async function startContractEngine(databaseUrl: string, journal: Journal): Promise<ContractEngine> {
  const pool = createJobsPool(databaseUrl, { max: 2, onError: () => {} });
  const { client, transport } = createEmbeddedClient({ id: CONTRACT_APP, pool: () => pool });
  const engine = await startEngine({
    client,
    transport,
    functions: contractFunctions(client, journal),
    databaseUrl,
    options: CONTRACT_OPTIONS,
  });
  return {
    client,
    async stop() {
      await engine.stop();
      await pool.end();
    },
  };
}
