import os from "node:os";
import path from "node:path";
import { env } from "@/lib/env";

/** Below a store that is a folder. No key leads into it: none begins with a dot. */
export const WORK = ".work";
/** Below the work folder: copies of a bucket's objects. */
export const COPIES = "objects";

/** Absolute path of a folder for what is needed for a while only. */
export function workFolder(): string {
  const settings = env().storage;
  return settings.kind === "file"
    ? path.join(settings.folder, WORK)
    : path.join(os.tmpdir(), `broadsheet-${os.userInfo().uid}`);
}
