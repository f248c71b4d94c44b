import { createHash, randomUUID } from "node:crypto";
import { createWriteStream } from "node:fs";
import { access, mkdir, readdir, rename, rm, stat } from "node:fs/promises";
import path from "node:path";
import { pipeline } from "node:stream/promises";

/** Room for the copies; the oldest go first, and come back when they are asked for. */
const LIMIT_BYTES = 20 * 1024 ** 3;

/** Copies of a bucket's objects, which are never changed under the same key while somebody reads them. */
export class LocalCache {
  readonly #folder: string;
  readonly #arriving = new Map<string, Promise<string>>();
  constructor(folder: string) {
    this.#folder = folder;
  }

  #pathOf(key: string): string {
    return path.join(this.#folder, createHash("sha256").update(key).digest("hex"));
  }

  /** The copy of `key`, fetched once however many ask at a time. */
  async pathOf(key: string, fetch: () => Promise<AsyncIterable<Uint8Array>>): Promise<string> {
    const target = this.#pathOf(key);
    const isThere = await access(target).then(
      () => true,
      () => false,
    );
    if (isThere) return target;
    const arriving = this.#arriving.get(key) ?? this.#fetch(target, fetch);
    this.#arriving.set(key, arriving);
    return arriving.finally(() => this.#arriving.delete(key));
  }

  async forget(key: string): Promise<void> {
    await rm(this.#pathOf(key), { force: true });
  }

  async #fetch(target: string, fetch: () => Promise<AsyncIterable<Uint8Array>>): Promise<string> {
    await mkdir(this.#folder, { recursive: true, mode: 0o700 });
    const part = `${target}.${randomUUID()}.part`;
    try {
      await pipeline(await fetch(), createWriteStream(part, { mode: 0o600 }));
      await rename(part, target);
    } catch (error) {
      await rm(part, { force: true });
      throw error;
    }
    await this.#trim(path.basename(target));
    return target;
  }

  async #trim(newest: string): Promise<void> {
    const names = (await readdir(this.#folder)).filter((name) => !name.endsWith(".part") && name !== newest);
    const copies = await Promise.all(
      names.map(async (name) => {
        const file = path.join(this.#folder, name);
        const { size, mtimeMs } = await stat(file).catch(() => ({ size: 0, mtimeMs: 0 }));
        return { file, size, mtimeMs };
      }),
    );
    let room = LIMIT_BYTES;
    for (const { file, size } of copies.sort((a, b) => b.mtimeMs - a.mtimeMs)) {
      room -= size;
      if (room < 0) await rm(file, { force: true });
    }
  }
}
