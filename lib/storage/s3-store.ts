import { randomUUID } from "node:crypto";
import { DeleteObjectCommand, GetObjectCommand, PutObjectCommand, S3Client } from "@aws-sdk/client-s3";
import type { StorageSettings } from "@/lib/env";
import { AppError, NotFoundError } from "@/lib/errors";
import type { ObjectStore } from "./types";

type S3Settings = Extract<StorageSettings, { kind: "s3" }>;

export class S3Store implements ObjectStore {
  readonly #client: S3Client;
  readonly #settings: S3Settings;

  constructor(settings: S3Settings) {
    this.#settings = settings;
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
      const reason = (error as Error).name;
      throw new AppError(
        "storage_failed",
        `The file could not be stored in the bucket ${this.#settings.bucket}: ${reason}.`,
        { reason },
        { cause: error },
      );
    }
  }

  async get(key: string): Promise<Buffer> {
    try {
      const answer = await this.#client.send(new GetObjectCommand(this.#target(key)));
      return Buffer.from((await answer.Body?.transformToByteArray()) ?? []);
    } catch (error) {
      if ((error as Error).name === "NoSuchKey") throw new NotFoundError("file");
      throw error;
    }
  }

  async delete(key: string): Promise<void> {
    await this.#client.send(new DeleteObjectCommand(this.#target(key)));
  }

  async check(): Promise<void> {
    const key = `health/${randomUUID()}`;
    await this.put(key, Buffer.from("ok"), "text/plain");
    await this.delete(key);
  }
}
