import { readdir, rm, rmdir, stat } from "node:fs/promises";
import path from "node:path";
import { COPIES, workFolder } from "./work-folder";

/** Whatever is still worked on was written to since; no load, export or question takes a day. */
const SILENT_MS = 86_400_000;
/** Longer, because a DuckDB that has made its folder fails without it, also when nothing is in it. */
const EMPTY_MS = 30 * SILENT_MS;

/** Removes what processes of this machine left in the work folder when they were killed. Resolves to how many files. */
export async function sweepWorkFolder(now: Date): Promise<number> {
  return sweep(workFolder(), now);
}

async function sweep(folder: string, now: Date): Promise<number> {
  let removed = 0;
  for (const entry of await entriesOf(folder)) {
    const place = path.join(folder, entry.name);
    const silentMs = await silenceOf(place, now);
    if (entry.isDirectory()) {
      removed += await sweep(place, now);
      // A folder that holds something refuses.
      if (silentMs > EMPTY_MS) await rmdir(place).catch(() => undefined);
    } else if (silentMs > SILENT_MS && !isCopy(place)) {
      await rm(place, { force: true });
      removed += 1;
    }
  }
  return removed;
}

/** Copies of a bucket's objects have a bound of their own. */
const isCopy = (place: string): boolean =>
  path.dirname(place) === path.join(workFolder(), COPIES) && !place.endsWith(".part");

/** Others make and remove files here meanwhile: what is gone is no error. */
async function entriesOf(folder: string) {
  return readdir(folder, { withFileTypes: true }).catch(ifGone([]));
}

async function silenceOf(place: string, now: Date): Promise<number> {
  const { mtimeMs } = await stat(place).catch(ifGone({ mtimeMs: now.getTime() }));
  return now.getTime() - mtimeMs;
}

const ifGone =
  <T>(otherwise: T) =>
  (error: unknown): T => {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return otherwise;
    throw error;
  };
