import { createHash, randomUUID } from "node:crypto";
import type { z } from "zod";
import { requirePermission } from "@/lib/access";
import { emitAudit } from "@/lib/audit";
import type { RequestContext } from "@/lib/context";
import { isUniqueViolation, withTransaction } from "@/lib/db";
import { AppError, InvalidInputError } from "@/lib/errors";
import { givenFileName } from "@/lib/format/given-file-name";
import { roomOf, storage } from "@/lib/storage";
import { type CleanPicture, cleanPicture } from "./clean-picture";
import { HEAD_BYTES, pictureTypeOf } from "./picture-type";
import { PICTURE_LIMIT_BYTES, type PictureDto, type PictureType, UploadPictureInput } from "./schemas";
import { PICTURE_FIELDS, toPictureDto } from "./serialize";

type Arrived = CleanPicture & { name: string; mediaType: PictureType; sha256: string };

/**
 * Keeps a picture; the same bytes again are the picture that is there already. An upload that breaks off leaves nothing
 * behind. Throws InvalidInputError for what is no picture, is damaged, or is larger than {@link PICTURE_LIMIT_BYTES} or
 * its pixels allow, AppError limit_reached, storage_failed, cancelled.
 */
export async function uploadPicture(
  ctx: RequestContext,
  input: z.input<typeof UploadPictureInput>,
  body: AsyncIterable<Uint8Array>,
): Promise<PictureDto> {
  requirePermission(ctx, "picture:create");
  const name = givenFileName(UploadPictureInput.parse(input).fileName);
  const room = await roomOf(ctx);
  room.require();

  const { bytes: given, mediaType } = await receive(ctx, name, body);
  const clean = await cleanPicture(name, mediaType, given);
  const sha256 = createHash("sha256").update(clean.bytes).digest("hex");
  const known = await findSame(ctx, sha256);
  if (known) return known;
  room.require(clean.bytes.length);
  return keep(ctx, { ...clean, name, mediaType, sha256 });
}

/** In memory: it is small, and has to be looked at as a whole. */
async function receive(ctx: RequestContext, name: string, body: AsyncIterable<Uint8Array>) {
  const chunks: Uint8Array[] = [];
  let size = 0;
  let isKnown = false;
  const head = () => Buffer.concat(chunks).subarray(0, HEAD_BYTES);
  try {
    for await (const chunk of body) {
      size += chunk.byteLength;
      if (size > PICTURE_LIMIT_BYTES) throw tooHeavy(name);
      chunks.push(chunk);
      // Known at once, what is no picture need not arrive.
      if (!isKnown && size >= HEAD_BYTES) isKnown = Boolean(pictureTypeOf(name, head()));
    }
  } catch (error) {
    throw ctx.signal?.aborted ? new AppError("cancelled", "The upload was cancelled.") : error;
  }
  const bytes = Buffer.concat(chunks);
  return { bytes, mediaType: pictureTypeOf(name, bytes.subarray(0, HEAD_BYTES)) };
}

function findSame(ctx: RequestContext, sha256: string): Promise<PictureDto | null> {
  return withTransaction(ctx, async (tx) => {
    const row = await tx.picture.findFirst({
      where: { workspaceId: ctx.workspace.id, sha256 },
      select: PICTURE_FIELDS,
    });
    return row && toPictureDto(tx, ctx, row);
  });
}

async function keep(ctx: RequestContext, arrived: Arrived): Promise<PictureDto> {
  const { name, mediaType, bytes, width, height, sha256 } = arrived;
  const id = randomUUID();
  const storageKey = `${ctx.workspace.id}/${id}/picture`;
  await storage().put(storageKey, bytes, mediaType);
  try {
    return await withTransaction(ctx, async (tx) => {
      const row = await tx.picture.create({
        data: {
          id,
          workspaceId: ctx.workspace.id,
          name,
          mediaType,
          bytes: bytes.length,
          width,
          height,
          storageKey,
          sha256,
          createdById: ctx.actor.kind === "user" ? ctx.actor.userId : null,
          createdAt: ctx.now(),
        },
        select: PICTURE_FIELDS,
      });
      const after = await toPictureDto(tx, ctx, row);
      await emitAudit(tx, ctx, { action: "picture.upload", entityId: id, after });
      return after;
    });
  } catch (error) {
    await storage().delete(storageKey);
    // Somebody else uploaded the same meanwhile.
    const same = isUniqueViolation(error) ? await findSame(ctx, sha256) : null;
    if (same) return same;
    throw error;
  }
}

const tooHeavy = (name: string): InvalidInputError =>
  new InvalidInputError(
    `“${name}” is larger than ${PICTURE_LIMIT_BYTES / 1024 / 1024} MB. Make it smaller, or save it as JPEG, and upload it again.`,
    { limitBytes: PICTURE_LIMIT_BYTES },
  );
