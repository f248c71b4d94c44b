import path from "node:path";
import { env } from "@/lib/env";
import { FileStore } from "./file-store";
import { S3Store } from "./s3-store";
import type { ObjectStore } from "./types";
import { COPIES, workFolder } from "./work-folder";

export { type Room, roomOf } from "./room";
export { sweepWorkFolder } from "./sweep-work-folder";
export type { ObjectStore, StoredObject } from "./types";
export { workFolder } from "./work-folder";

const holder = globalThis as typeof globalThis & { broadsheetStore?: ObjectStore };

/** Where report files are kept: a folder, or an S3-compatible bucket (STORAGE_URL). */
export function storage(): ObjectStore {
  const settings = env().storage;
  holder.broadsheetStore ??=
    settings.kind === "file"
      ? new FileStore(settings.folder)
      : new S3Store(settings, path.join(workFolder(), COPIES));
  return holder.broadsheetStore;
}
