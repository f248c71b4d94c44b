import { randomUUID } from "node:crypto";
import { createReadStream } from "node:fs";
import { access, type FileHandle, mkdir, open, readFile, rename, rm } from "node:fs/promises";
import path from "node:path";
import type { Readable } from "node:stream";
import { AppError, NotFoundError } from "@/lib/errors";
import { counted } from "./counted";
import { requireKey } from "./keys";
import type { ObjectStore, StoredObject } from "./types";
import { WORK } from "./work-folder";

const REASONS: Record<string, string> = {
  ENOSPC: "the disk is full",
  EDQUOT: "the disk quota is used up",
  EACCES: "the folder may not be written",
  EROFS: "the folder is read-only",
  ENOTDIR: "a part of its path is not a folder",
};

/** Objects are files of a folder. */
export class FileStore implements ObjectStore {
  readonly #folder: string;
  constructor(folder: string) {
    this.#folder = folder;
  }

  #pathOf(key: string): string {
    return path.join(this.#folder, requireKey(key));
  }

  async put(key: string, bytes: Uint8Array): Promise<void> {
    const write = (file: FileHandle) => file.writeFile(bytes);
    await this.#writeWhole(this.#pathOf(key), write).catch((error: unknown) => {
      throw storageFailed(error, `${bytes.byteLength} bytes`);
    });
  }

  async putStream(key: string, body: AsyncIterable<Uint8Array>): Promise<StoredObject> {
    const { chunks, total, failure } = counted(body);
    const write = async (file: FileHandle) => {
      // While one chunk is written, the next one arrives and is counted.
      let writing = Promise.resolve();
      try {
        for await (const chunk of chunks) {
          await writing;
          writing = file.writeFile(chunk);
          // Awaited above or below, but perhaps after it has failed.
          writing.catch(() => undefined);
        }
      } finally {
        await writing;
      }
    };
    await this.#writeWhole(this.#pathOf(key), write).catch((error: unknown) => {
      const own = failure();
      throw own ? own.error : storageFailed(error, `after ${total().bytes} bytes`);
    });
    return total();
  }

  async putFile(key: string, source: string): Promise<void> {
    const target = this.#pathOf(key);
    try {
      const file = await open(source, "r+");
      try {
        await file.chmod(0o600);
        await file.sync();
      } finally {
        await file.close();
      }
      await mkdir(path.dirname(target), { recursive: true });
      await rename(source, target);
    } catch (error) {
      // A rename does not leave its disk.
      if ((error as NodeJS.ErrnoException).code === "EXDEV") return this.#copyFile(key, source);
      throw storageFailed(error, path.basename(source));
    }
  }

  async #copyFile(key: string, source: string): Promise<void> {
    await this.putStream(key, createReadStream(source));
    await rm(source, { force: true });
  }

  /** In the work folder, whose leftovers are swept, until it is whole and on the disk. */
  async #writeWhole(target: string, write: (file: FileHandle) => Promise<void>): Promise<void> {
    const part = path.join(this.#folder, WORK, `${randomUUID()}.part`);
    try {
      await mkdir(path.dirname(part), { recursive: true, mode: 0o700 });
      await mkdir(path.dirname(target), { recursive: true });
      const file = await open(part, "w", 0o600);
      try {
        await write(file);
        await file.sync();
      } finally {
        await file.close();
      }
      await rename(part, target);
    } catch (error) {
      await rm(part, { force: true }).catch(() => undefined);
      throw error;
    }
  }

  async get(key: string): Promise<Buffer> {
    return readFile(this.#pathOf(key)).catch(asNotFound);
  }

  async getStream(key: string): Promise<Readable> {
    return createReadStream(await this.localPath(key), { highWaterMark: 1024 * 1024 });
  }

  async localPath(key: string): Promise<string> {
    const target = this.#pathOf(key);
    await access(target).catch(asNotFound);
    return target;
  }

  async delete(key: string): Promise<void> {
    await rm(this.#pathOf(key), { force: true });
  }

  async check(): Promise<void> {
    const key = `health/${randomUUID()}`;
    await this.put(key, Buffer.from("ok"));
    await this.get(key);
    await this.delete(key);
  }
}

function asNotFound(error: unknown): never {
  if ((error as NodeJS.ErrnoException).code === "ENOENT") throw new NotFoundError("file");
  throw error;
}

function storageFailed(error: unknown, size: string): AppError {
  const reason = REASONS[(error as NodeJS.ErrnoException).code ?? ""] ?? (error as Error).message;
  return new AppError(
    "storage_failed",
    `The file could not be stored: ${reason} (${size}). Free some space or change STORAGE_URL, then run it again.`,
    { reason },
    { cause: error },
  );
}
