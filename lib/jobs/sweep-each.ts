import { systemContext } from "@/lib/auth/system-context";
import type { RequestContext } from "@/lib/context";
import { log } from "@/lib/log";

/** What a sweep across workspaces finds: only where it is. */
export type Found = { workspace_id: string; id: string };

type SweepOptions = {
  now: Date;
  /** What the log says of one that failed, and how it calls its id. */
  failure: { message: string; idName: string };
};

/**
 * Does the work for one found thing after the other, each in a system context of its own workspace. One that fails
 * is logged and does not keep the others from it: the next sweep finds it again. Answers how many were done.
 */
export async function sweepEach<Entry extends Found>(
  found: readonly Entry[],
  { now, failure }: SweepOptions,
  work: (ctx: RequestContext, entry: Entry) => Promise<void>,
): Promise<number> {
  let done = 0;
  for (const entry of found) {
    try {
      await work(await systemContext(entry.workspace_id, "watchdog", { now: () => now }), entry);
      done += 1;
    } catch (error) {
      const fields = { workspaceId: entry.workspace_id, [failure.idName]: entry.id };
      log.error(failure.message, fields, error);
    }
  }
  return done;
}
