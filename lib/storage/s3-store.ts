import { randomUUID } from "node:crypto";
import { createReadStream } from "node:fs";
import { rm } from "node:fs/promises";
import type { Readable } from "node:stream";
import { DeleteObjectCommand, GetObjectCommand, PutObjectCommand, S3Client } from "@aws-sdk/client-s3";
import type { StorageSettings } from "@/lib/env";
import { AppError, NotFoundError } from "@/lib/errors";
import { counted } from "./counted";
import { LocalCache } from "./local-cache";
import { uploadInParts } from "./s3-upload";
import type { ObjectStore, StoredObject } from "./types";

type S3Settings = Extract<StorageSettings, { kind: "s3" }>;

/** Objects are those of an S3-compatible bucket. */
export class S3Store implements ObjectStore {
  readonly #client: S3Client;
  readonly #settings: S3Settings;
  readonly #cache: LocalCache;

  /** `cacheFolder` holds copies of the objects that somebody needed as files. */
  constructor(settings: S3Settings, cacheFolder: string) {
    this.#settings = settings;
    this.#cache = new LocalCache(cacheFolder);
    const { accessKeyId, secretAccessKey } = settings;
    this.#client = new S3Client({
      region: settings.region,
      endpoint: settings.endpoint,
      // Self-hosted servers answer at <endpoint>/<bucket>, not at a host name per bucket.
      forcePathStyle: settings.endpoint !== undefined,
      credentials: accessKeyId && secretAccessKey ? { accessKeyId, secretAccessKey } : undefined,
    });
  }

  #target(key: string) {
    return { Bucket: this.#settings.bucket, Key: [this.#settings.prefix, key].filter(Boolean).join("/") };
  }

  async put(key: string, bytes: Uint8Array, contentType: string): Promise<void> {
    try {
      await this.#client.send(
        new PutObjectCommand({ ...this.#target(key), Body: bytes, ContentType: contentType }),
      );
    } catch (error) {
      throw this.#failed(error);
    }
  }

  async putStream(key: string, body: AsyncIterable<Uint8Array>, contentType: string): Promise<StoredObject> {
    const { chunks, total, failure } = counted(body);
    try {
      await uploadInParts(this.#client, this.#target(key), chunks, contentType);
    } catch (error) {
      const own = failure();
      throw own ? own.error : this.#failed(error);
    }
    return total();
  }

  async putFile(key: string, source: string, contentType: string): Promise<void> {
    await this.putStream(key, createReadStream(source), contentType);
    await rm(source, { force: true });
  }

  #failed(error: unknown): AppError {
    const reason = (error as Error).name;
    return new AppError(
      "storage_failed",
      `The file could not be stored in the bucket ${this.#settings.bucket}: ${reason}.`,
      { reason },
      { cause: error },
    );
  }

  async get(key: string): Promise<Buffer> {
    const body = await this.#open(key);
    return Buffer.from(await body.transformToByteArray());
  }

  async getStream(key: string): Promise<Readable> {
    return (await this.#open(key)) as unknown as Readable;
  }

  localPath(key: string): Promise<string> {
    return this.#cache.pathOf(key, () => this.getStream(key));
  }

  async #open(key: string) {
    try {
      const { Body } = await this.#client.send(new GetObjectCommand(this.#target(key)));
      if (!Body) throw new NotFoundError("file");
      return Body;
    } catch (error) {
      if ((error as Error).name === "NoSuchKey") throw new NotFoundError("file");
      throw error;
    }
  }

  async delete(key: string): Promise<void> {
    await this.#client.send(new DeleteObjectCommand(this.#target(key)));
    await this.#cache.forget(key);
  }

  async check(): Promise<void> {
    const key = `health/${randomUUID()}`;
    await this.put(key, Buffer.from("ok"), "text/plain");
    await this.delete(key);
  }
}
