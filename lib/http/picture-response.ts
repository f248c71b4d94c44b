import { PICTURE_POLICY } from "./picture-policy";

type Picture = { bytes: Buffer; mediaType: string; name: string; sha256: string };

/**
 * A picture as an answer. Its address always means the same bytes, so that the browser of whoever may see it keeps it;
 * one that it has already is not sent again.
 */
export function pictureResponse(
  { bytes, mediaType, name, sha256 }: Picture,
  { ifNoneMatch = null, kept }: { ifNoneMatch?: string | null; kept: boolean },
): Response {
  const etag = `"${sha256}"`;
  const headers = {
    "cache-control": kept ? "private, max-age=31536000, immutable" : "private, no-store",
    "content-disposition": `inline; filename*=UTF-8''${encodeURIComponent(name)}`,
    "content-security-policy": PICTURE_POLICY,
    "content-type": mediaType,
    etag,
    "x-content-type-options": "nosniff",
  };
  const known = (ifNoneMatch ?? "").split(",").map((tag) => tag.trim().replace(/^W\//, ""));
  if (known.includes(etag)) return new Response(null, { status: 304, headers });
  return new Response(new Uint8Array(bytes), {
    headers: { ...headers, "content-length": String(bytes.byteLength) },
  });
}
