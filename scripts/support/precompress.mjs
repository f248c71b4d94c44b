// What the browser loads is compressed once, when it is built: smaller than a server can afford at every request.
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { promisify } from "node:util";
import { brotliCompress, constants } from "node:zlib";

const STATIC = ".next/static";
const TYPES = { ".js": "text/javascript; charset=utf-8", ".css": "text/css; charset=utf-8" };
/** The smallest there is: a few seconds of a build, saved by every first visit. */
const SETTINGS = { params: { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY } };
const compress = promisify(brotliCompress);

/** Writes a `.br` beside every script and style sheet of the build. */
export async function precompress() {
  const files = readdirSync(STATIC, { recursive: true }).filter((file) => path.extname(file) in TYPES);
  await Promise.all(
    files.map(async (file) => {
      const from = path.join(STATIC, file);
      writeFileSync(`${from}.br`, await compress(readFileSync(from), SETTINGS));
    }),
  );
}

/**
 * Turns a request for a script or style sheet into one for its compressed twin, for a browser that reads it. The answer
 * is Next's own, with its headers; what is said here it leaves alone.
 */
export function preferCompressed(request, response) {
  const { pathname } = new URL(request.url ?? "/", "http://localhost");
  const type = TYPES[path.extname(pathname)];
  if (!type || !pathname.startsWith("/_next/static/")) return;
  response.setHeader("Vary", "Accept-Encoding");
  if (!/\bbr\b/.test(request.headers["accept-encoding"] ?? "")) return;
  if (!existsSync(path.join(".next", `${pathname.slice("/_next/".length)}.br`))) return;
  request.url = `${pathname}.br`;
  response.setHeader("Content-Type", type);
  response.setHeader("Content-Encoding", "br");
}

if (process.argv[1] === import.meta.filename) await precompress();
