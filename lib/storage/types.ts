import type { Readable } from "node:stream";

/** What arrived, counted while it was written. */
export type StoredObject = { bytes: number /** Hexadecimal. */; sha256: string };

/** Keys are `<workspace id>/<owner id>/<name>`: letters, digits, `-`, `_`, `.` and `/` only. */
export interface ObjectStore {
  /** Writes whole or not at all; writing the same key again replaces it. Throws AppError `storage_failed`. */
  put(key: string, bytes: Uint8Array, contentType: string): Promise<void>;
  /**
   * As `put`, for what is too large for memory. An error of `body` leaves nothing behind and is thrown as it is;
   * one of the store is AppError `storage_failed`.
   */
  putStream(key: string, body: AsyncIterable<Uint8Array>, contentType: string): Promise<StoredObject>;
  /**
   * As `put`, of a file on this machine, which is gone afterwards: one of {@link workFolder} is only renamed where
   * objects are files.
   */
  putFile(key: string, path: string, contentType: string): Promise<void>;
  /** Throws AppError `not_found` for a key that is not there. */
  get(key: string): Promise<Buffer>;
  /** As `get`, piece by piece. */
  getStream(key: string): Promise<Readable>;
  /**
   * Where this machine has the object as a file, for readers that need one; not to be changed. A bucket's object is
   * copied into a local cache first. Throws AppError `not_found`.
   */
  localPath(key: string): Promise<string>;
  /** Deleting what is gone is not an error. */
  delete(key: string): Promise<void>;
  /** Writes and reads a small object; throws when that does not work. For the health page. */
  check(): Promise<void>;
}
