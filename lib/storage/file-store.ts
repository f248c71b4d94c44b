import { randomUUID } from "node:crypto";
import { mkdir, open, readFile, rename, rm } from "node:fs/promises";
import path from "node:path";
import { AppError, NotFoundError } from "@/lib/errors";
import type { ObjectStore } from "./types";

const KEY = /^[A-Za-z0-9][A-Za-z0-9._-]*(\/[A-Za-z0-9][A-Za-z0-9._-]*)*$/;

const REASONS: Record<string, string> = {
  ENOSPC: "the disk is full",
  EDQUOT: "the disk quota is used up",
  EACCES: "the folder may not be written",
  EROFS: "the folder is read-only",
  ENOTDIR: "a part of its path is not a folder",
};

export class FileStore implements ObjectStore {
  readonly #folder: string;
  constructor(folder: string) {
    this.#folder = folder;
  }

  #pathOf(key: string): string {
    if (!KEY.test(key) || key.includes("..")) throw new Error(`"${key}" is not a storage key.`);
    return path.join(this.#folder, key);
  }

  async put(key: string, bytes: Uint8Array): Promise<void> {
    const target = this.#pathOf(key);
    const part = `${target}.${randomUUID()}.part`;
    try {
      await mkdir(path.dirname(target), { recursive: true });
      const file = await open(part, "w", 0o600);
      try {
        await file.writeFile(bytes);
        await file.sync();
      } finally {
        await file.close();
      }
      await rename(part, target);
    } catch (error) {
      await rm(part, { force: true }).catch(() => undefined);
      const reason = REASONS[(error as NodeJS.ErrnoException).code ?? ""] ?? (error as Error).message;
      throw new AppError(
        "storage_failed",
        `The file could not be stored: ${reason} (${bytes.byteLength} bytes). Free some space or change STORAGE_URL, then run it again.`,
        { reason },
        { cause: error },
      );
    }
  }

  async get(key: string): Promise<Buffer> {
    try {
      return await readFile(this.#pathOf(key));
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === "ENOENT") throw new NotFoundError("file");
      throw error;
    }
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
