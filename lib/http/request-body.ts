import { InvalidInputError } from "@/lib/errors";

/** Larger than any input of ours: a query's text has at most 100,000 characters. */
const LIMIT_BYTES = 8 * 1024 * 1024;

/** The body as JSON. Throws InvalidInputError, without what was sent: it may hold values of a query. */
export async function readJson(request: Request): Promise<unknown> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of request.body ?? []) {
    size += chunk.byteLength;
    if (size > LIMIT_BYTES)
      throw new InvalidInputError(`The request is larger than ${LIMIT_BYTES / 1024 / 1024} MB. Send less.`);
    chunks.push(chunk);
  }
  try {
    return JSON.parse(Buffer.concat(chunks).toString("utf8"));
  } catch {
    throw new InvalidInputError("The request's body is not JSON. Send JSON.");
  }
}
