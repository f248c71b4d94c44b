import type { RequestContext } from "@/lib/context";
import { prisma } from "./client";
import { withoutValues } from "./errors";
import type { Prisma } from "./generated/client";

export type Tx = Prisma.TransactionClient;

const TRANSACTION_LIMIT_MS = 20_000;
const WAIT_LIMIT_MS = 10_000;

/** One transaction inside one workspace: row-level security shows and takes rows of that workspace only. */
export function withTransaction<T>(ctx: RequestContext, work: (tx: Tx) => Promise<T>): Promise<T> {
  const userId = ctx.actor.kind === "user" ? ctx.actor.userId : "";
  return inScope(ctx.workspace.id, userId, work);
}

/** Inside a workspace that is known by id alone, before a context exists. */
export function withWorkspace<T>(workspaceId: string, work: (tx: Tx) => Promise<T>): Promise<T> {
  return inScope(workspaceId, "", work);
}

/** Before a workspace is chosen: the person's own memberships and the workspaces behind them. */
export function withUser<T>(userId: string, work: (tx: Tx) => Promise<T>): Promise<T> {
  return inScope("", userId, work);
}

/** Outside every workspace: tables that are not tenant data, and the functions that answer with ids. */
export function withoutWorkspace<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
  return inScope("", "", work);
}

async function inScope<T>(workspaceId: string, userId: string, work: (tx: Tx) => Promise<T>): Promise<T> {
  try {
    return await prisma().$transaction(
      async (tx) => {
        await tx.$executeRaw`SELECT set_config('app.workspace_id', ${workspaceId}, true), set_config('app.user_id', ${userId}, true)`;
        return work(tx);
      },
      { timeout: TRANSACTION_LIMIT_MS, maxWait: WAIT_LIMIT_MS },
    );
  } catch (error) {
    throw withoutValues(error);
  }
}
