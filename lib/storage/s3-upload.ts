import {
  AbortMultipartUploadCommand,
  CompleteMultipartUploadCommand,
  CreateMultipartUploadCommand,
  PutObjectCommand,
  type S3Client,
  UploadPartCommand,
} from "@aws-sdk/client-s3";

type Target = { Bucket: string; Key: string };

/** S3 takes parts of 5 MB and more, and ten thousand of them: room for 160 GB. */
const PART_BYTES = 16 * 1024 * 1024;

/** One part in memory at a time. The object exists when all have arrived, and not before. */
export async function uploadInParts(
  client: S3Client,
  target: Target,
  body: AsyncIterable<Uint8Array>,
  ContentType: string,
): Promise<void> {
  const parts = inParts(body);
  const first = await parts.next();
  if (first.done || first.value.length < PART_BYTES) {
    const Body = first.done ? Buffer.alloc(0) : first.value;
    await client.send(new PutObjectCommand({ ...target, Body, ContentType }));
    return;
  }
  const { UploadId } = await client.send(new CreateMultipartUploadCommand({ ...target, ContentType }));
  const upload = { ...target, UploadId };
  try {
    const Parts: { PartNumber: number; ETag: string | undefined }[] = [];
    for (let part: IteratorResult<Buffer> = first; !part.done; part = await parts.next()) {
      const PartNumber = Parts.length + 1;
      const { ETag } = await client.send(new UploadPartCommand({ ...upload, PartNumber, Body: part.value }));
      Parts.push({ PartNumber, ETag });
    }
    await client.send(new CompleteMultipartUploadCommand({ ...upload, MultipartUpload: { Parts } }));
  } catch (error) {
    // Otherwise the parts stay, unseen and paid for.
    await client.send(new AbortMultipartUploadCommand(upload)).catch(() => undefined);
    throw error;
  }
}

async function* inParts(body: AsyncIterable<Uint8Array>): AsyncGenerator<Buffer, undefined> {
  let pieces: Uint8Array[] = [];
  let bytes = 0;
  for await (const piece of body) {
    pieces.push(piece);
    bytes += piece.byteLength;
    if (bytes < PART_BYTES) continue;
    yield Buffer.concat(pieces);
    pieces = [];
    bytes = 0;
  }
  if (bytes > 0) yield Buffer.concat(pieces);
  return undefined;
}
