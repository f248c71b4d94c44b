/** Runs of this process that somebody may cancel from anywhere: looked for in the database while there are any. */
import { withoutWorkspace, withWorkspace } from "@/lib/db";
import { log } from "@/lib/log";

type Watched = { workspaceId: string; cancel(reason: string): void };
type Watch = { runs: Map<string, Watched>; timer: NodeJS.Timeout | null };

const LOOK_MS = 500;

// On globalThis, because the bundler may load this module more than once in one process.
const holder = globalThis as typeof globalThis & { broadsheetCancelWatch?: Watch };

function watch(): Watch {
  holder.broadsheetCancelWatch ??= { runs: new Map(), timer: null };
  return holder.broadsheetCancelWatch;
}

/** Calls `cancel` with who wanted it, soon after that was asked for. Returns the end of watching. */
export function watchRun(runId: string, watched: Watched): () => void {
  watch().runs.set(runId, watched);
  lookLater();
  return () => void watch().runs.delete(runId);
}

function lookLater(): void {
  watch().timer ??= setTimeout(() => void look(), LOOK_MS).unref();
}

async function look(): Promise<void> {
  const held = watch();
  try {
    if (held.runs.size > 0) for (const id of await requested([...held.runs.keys()])) await cancel(id);
  } catch (error) {
    log.warn("Could not look for runs to cancel.", {}, error);
  }
  held.timer = null;
  if (held.runs.size > 0) lookLater();
}

async function requested(ids: string[]): Promise<string[]> {
  const rows = await withoutWorkspace(
    (tx) => tx.$queryRaw<{ id: string }[]>`SELECT id FROM cancel_requested_runs(${ids}::uuid[])`,
  );
  return rows.map(({ id }) => id);
}

async function cancel(id: string): Promise<void> {
  const watched = watch().runs.get(id);
  if (!watched) return;
  const { workspaceId } = watched;
  const run = await withWorkspace(workspaceId, (tx) =>
    tx.queryRun.findFirst({ where: { id, workspaceId }, select: { error: true } }),
  );
  watched.cancel(run?.error ?? "This run was cancelled.");
}
