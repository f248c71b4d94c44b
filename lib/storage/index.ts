import os from "node:os";
import path from "node:path";
import { env } from "@/lib/env";
import { FileStore } from "./file-store";
import { S3Store } from "./s3-store";
import type { ObjectStore } from "./types";

export type { ObjectStore, StoredObject } from "./types";

const holder = globalThis as typeof globalThis & { broadsheetStore?: ObjectStore };

/** Where report files are kept: a folder, or an S3-compatible bucket (STORAGE_URL). */
export function storage(): ObjectStore {
  const settings = env().storage;
  holder.broadsheetStore ??=
    settings.kind === "file"
      ? new FileStore(settings.folder)
      : new S3Store(settings, path.join(workFolder(), "objects"));
  return holder.broadsheetStore;
}

/** Absolute path of a folder for what is needed for a while only. No key leads into it: none begins with a dot. */
export function workFolder(): string {
  const settings = env().storage;
  return settings.kind === "file"
    ? path.join(settings.folder, ".work")
    : path.join(os.tmpdir(), `broadsheet-${os.userInfo().uid}`);
}
