/** Keys are `<workspace id>/<execution id>/<name>`: letters, digits, `-`, `_`, `.` and `/` only. */
export interface ObjectStore {
  /** Writes whole or not at all; writing the same key again replaces it. Throws AppError `storage_failed`. */
  put(key: string, bytes: Uint8Array, contentType: string): Promise<void>;
  /** Throws AppError `not_found` for a key that is not there. */
  get(key: string): Promise<Buffer>;
  /** Deleting what is gone is not an error. */
  delete(key: string): Promise<void>;
  /** Writes and reads a small object; throws when that does not work. For the health page. */
  check(): Promise<void>;
}
