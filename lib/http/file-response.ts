type FileFacts = { contentType: string; fileName: string };

/** Types that a browser shows by itself and that run nothing; everything else is downloaded. */
const SHOWN = new Set(["application/pdf", "image/png"]);

/** A file as an answer, under its own name, also when that is not ASCII (RFC 6266, RFC 8187). */
export function fileResponse({ bytes, ...facts }: FileFacts & { bytes: Buffer }): Response {
  return new Response(new Uint8Array(bytes), { headers: headersOf(facts, bytes.byteLength) });
}

/** The same for what is too large for memory; `bytes` is its length. */
export function streamResponse({
  body,
  bytes,
  ...facts
}: FileFacts & { body: ReadableStream; bytes: number }): Response {
  return new Response(body, { headers: headersOf(facts, bytes) });
}

function headersOf({ contentType, fileName: given }: FileFacts, length: number): Record<string, string> {
  // A name that was cut may end in half a character, which no address can hold.
  const fileName = Buffer.from(given, "utf8").toString("utf8");
  const ascii = fileName.replace(/[^\x20-\x7e]|["\\]/g, "_");
  const disposition = SHOWN.has(contentType.split(";")[0] ?? "") ? "inline" : "attachment";
  return {
    "content-type": contentType,
    "content-length": String(length),
    "content-disposition": `${disposition}; filename="${ascii}"; filename*=UTF-8''${encodeURIComponent(fileName)}`,
    "cache-control": "private, no-store",
    "x-content-type-options": "nosniff",
  };
}
