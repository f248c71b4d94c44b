import { PrismaPg } from "@prisma/adapter-pg";
import { env } from "@/lib/env";
import { PrismaClient } from "./generated/client";

// On globalThis, because the bundler may load this module more than once in one process.
const holder = globalThis as typeof globalThis & { broadsheetPrisma?: PrismaClient };

/** The process's client, made on first use. UTC, because the adapter drops the offset of a timestamptz. */
export function prisma(): PrismaClient {
  holder.broadsheetPrisma ??= createClient(env().appDatabaseUrl);
  return holder.broadsheetPrisma;
}

export function createClient(url: string): PrismaClient {
  const adapter = new PrismaPg({
    connectionString: url,
    options: "-c TimeZone=UTC -c idle_in_transaction_session_timeout=60000",
    max: 10,
  });
  return new PrismaClient({ adapter, errorFormat: "minimal" });
}
