type FileToSend = { bytes: Buffer; contentType: string; fileName: string };

/** Types that a browser shows by itself and that run nothing; everything else is downloaded. */
const SHOWN = new Set(["application/pdf", "image/png"]);

/** A file as an answer, under its own name, also when that is not ASCII (RFC 6266, RFC 8187). */
export function fileResponse({ bytes, contentType, fileName: given }: FileToSend): Response {
  // A name that was cut may end in half a character, which no address can hold.
  const fileName = Buffer.from(given, "utf8").toString("utf8");
  const ascii = fileName.replace(/[^\x20-\x7e]|["\\]/g, "_");
  const disposition = SHOWN.has(contentType.split(";")[0] ?? "") ? "inline" : "attachment";
  return new Response(new Uint8Array(bytes), {
    headers: {
      "content-type": contentType,
      "content-length": String(bytes.byteLength),
      "content-disposition": `${disposition}; filename="${ascii}"; filename*=UTF-8''${encodeURIComponent(fileName)}`,
      "cache-control": "private, no-store",
      "x-content-type-options": "nosniff",
    },
  });
}
