import { randomUUID } from "node:crypto";
import type { z } from "zod";
import { requirePermission } from "@/lib/access";
import { emitAudit } from "@/lib/audit";
import type { RequestContext } from "@/lib/context";
import { formatOf, HEAD_BYTES } from "@/lib/data-sources/files/file-format";
import { findFileSource } from "@/lib/data-sources/files/find-files";
import { type FileLoadDto, ReceiveUploadInput, UPLOAD_LIMIT_BYTES } from "@/lib/data-sources/files/schemas";
import { FILE_LOAD_FIELDS, toFileLoadDto } from "@/lib/data-sources/files/serialize";
import { TextFactsReader } from "@/lib/data-sources/files/text-facts";
import { withTransaction } from "@/lib/db";
import { AppError, InvalidInputError } from "@/lib/errors";
import { givenFileName } from "@/lib/format/given-file-name";
import { type Room, roomOf, storage } from "@/lib/storage";

/**
 * Stores a file as it arrives, never whole in memory; it waits in the state UPLOADED for `requestLoad`. An upload
 * that breaks off leaves nothing behind. Throws InvalidInputError for what cannot be a table and for more than
 * {@link UPLOAD_LIMIT_BYTES}, AppError limit_reached, storage_failed, cancelled.
 */
export async function receiveUpload(
  ctx: RequestContext,
  input: z.input<typeof ReceiveUploadInput>,
  body: AsyncIterable<Uint8Array>,
): Promise<FileLoadDto> {
  requirePermission(ctx, "file:upload");
  const { dataSourceId, fileName: given } = ReceiveUploadInput.parse(input);
  const fileName = givenFileName(given);
  await withTransaction(ctx, (tx) => findFileSource(tx, ctx, dataSourceId));

  const room = await roomOf(ctx);
  room.require();

  const id = randomUUID();
  const key = `${ctx.workspace.id}/${id}/upload`;
  const arrival = new Arrival(fileName, room);
  const stored = await storage()
    .putStream(key, arrival.watch(body), "application/octet-stream")
    .catch((error: unknown) => {
      throw ctx.signal?.aborted ? new AppError("cancelled", "The upload was cancelled.") : error;
    });
  try {
    return await withTransaction(ctx, async (tx) => {
      // Again: the source may have been deleted meanwhile.
      await findFileSource(tx, ctx, dataSourceId);
      const row = await tx.fileLoad.create({
        data: {
          id,
          workspaceId: ctx.workspace.id,
          dataSourceId,
          fileName,
          format: formatOf(fileName, arrival.head),
          bytes: stored.bytes,
          sha256: stored.sha256,
          uploadKey: key,
          inspection: { facts: arrival.facts.end() },
          createdById: ctx.actor.kind === "user" ? ctx.actor.userId : null,
        },
        select: FILE_LOAD_FIELDS,
      });
      const after = await toFileLoadDto(tx, row);
      await emitAudit(tx, ctx, { action: "file_load.upload", entityId: id, after });
      return after;
    });
  } catch (error) {
    await storage().delete(key);
    throw error;
  }
}

/** Looks at the bytes on their way to the store. */
class Arrival {
  head = Buffer.alloc(0);
  readonly facts = new TextFactsReader();
  #bytes = 0;

  constructor(
    private readonly fileName: string,
    private readonly room: Room,
  ) {}

  async *watch(body: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
    for await (const chunk of body) {
      this.#bytes += chunk.byteLength;
      if (this.#bytes > UPLOAD_LIMIT_BYTES)
        throw new InvalidInputError(
          `“${this.fileName}” is larger than ${UPLOAD_LIMIT_BYTES / 1024 / 1024} MB. Split it, or leave out columns that are not needed.`,
          { limitBytes: UPLOAD_LIMIT_BYTES },
        );
      this.room.require(this.#bytes);
      if (this.head.length < HEAD_BYTES) {
        this.head = Buffer.concat([this.head, chunk]).subarray(0, HEAD_BYTES);
        // Known at once, what cannot be a table need not arrive.
        if (this.head.length === HEAD_BYTES) formatOf(this.fileName, this.head);
      }
      this.facts.update(chunk);
      yield chunk;
    }
    formatOf(this.fileName, this.head);
  }
}
