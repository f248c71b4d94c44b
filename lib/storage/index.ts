import { env } from "@/lib/env";
import { FileStore } from "./file-store";
import { S3Store } from "./s3-store";
import type { ObjectStore } from "./types";

export type { ObjectStore } from "./types";

const holder = globalThis as typeof globalThis & { broadsheetStore?: ObjectStore };

/** Where report files are kept: a folder, or an S3-compatible bucket (STORAGE_URL). */
export function storage(): ObjectStore {
  const settings = env().storage;
  holder.broadsheetStore ??=
    settings.kind === "file" ? new FileStore(settings.folder) : new S3Store(settings);
  return holder.broadsheetStore;
}
