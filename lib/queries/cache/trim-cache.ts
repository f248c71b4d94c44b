import { withoutWorkspace } from "@/lib/db";
import { env } from "@/lib/env";

/** The part of the bound that one process writes between two looks: the cache is larger than its bound by no more. */
const LOOK_SHARE = 1 / 8;

const writtenSince = new Map<string, number>();

/** Called after each write; trims when this process has written enough to be worth a look. */
export async function boundCache(workspaceId: string, bytes: number): Promise<void> {
  const written = (writtenSince.get(workspaceId) ?? 0) + bytes;
  const isDue = written >= env().cacheMaxBytes * LOOK_SHARE;
  writtenSince.set(workspaceId, isDue ? 0 : written);
  if (isDue) await trimCache();
}

/** Removes from each workspace the answers not used for the longest time, until the rest is within the bound. */
export async function trimCache(): Promise<number> {
  const [row] = await withoutWorkspace(
    (tx) =>
      tx.$queryRaw<
        { removed: number }[]
      >`SELECT trim_analytics_cache(${env().cacheMaxBytes}::bigint) AS removed`,
  );
  return row?.removed ?? 0;
}
