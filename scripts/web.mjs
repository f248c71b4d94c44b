// The web process: Next's own server, which leaves when the launcher is gone, however that ended.
import { createServer } from "node:http";
import next from "next";
import { preferCompressed } from "./support/precompress.mjs";

const port = Number(process.env.PORT ?? 3000);
// Otherwise NextAuth would take its own address from a default.
if (process.env.APP_URL) process.env.NEXTAUTH_URL ||= process.env.APP_URL;
const app = next({ dev: false, port, hostname: "localhost" });
// An upload of 500 MB takes as long as its line is slow: only its headers must come soon, not the whole request.
const server = createServer({ requestTimeout: 0, headersTimeout: 60_000 });

/** What is known about runs and not written yet; the book is made by lib/queries when the first question is asked. */
const settleRuns = () => globalThis.broadsheetRunBook?.settle();

function stop() {
  server.close(async () => {
    await settleRuns();
    process.exit(0);
  });
  server.closeAllConnections();
  setTimeout(() => process.exit(0), 3000).unref();
}
for (const signal of ["SIGINT", "SIGTERM", "disconnect"]) process.on(signal, stop);

await app.prepare();
const handle = app.getRequestHandler();
server.on("request", (request, response) => {
  // As a proxy does: the last address is then always one that the browser could not make up.
  const hops = [request.headers["x-forwarded-for"], request.socket.remoteAddress];
  request.headers["x-forwarded-for"] = hops.filter(Boolean).join(", ");
  preferCompressed(request, response);
  void handle(request, response);
});
server.listen(port, process.env.HOST ?? "0.0.0.0");
