/** Asks a saved query in a process of its own, some times at once, and prints what came of it as one line. */
import { prisma } from "@/lib/db";
import { AppError } from "@/lib/errors";
import { runQuery, settleRuns } from "@/lib/queries";
import type { Asking, Outcome } from "./ask-elsewhere";

const { context, now, queryId, count } = JSON.parse(process.argv[2] ?? "") as Asking;
const ctx = { ...context, now: () => new Date(now) };

async function ask(): Promise<Outcome> {
  try {
    const { rows, fromCache } = await runQuery(ctx, { queryId, values: {}, purpose: "DASHBOARD" });
    return { first: String(rows[0]?.[0]).slice(0, 100), fromCache };
  } catch (error) {
    return { error: error instanceof AppError ? error.message : String(error) };
  }
}

const outcomes = await Promise.all(Array.from({ length: count }, ask));
process.stdout.write(`${JSON.stringify(outcomes)}\n`);
await settleRuns();
await prisma().$disconnect();
process.exit(0);
