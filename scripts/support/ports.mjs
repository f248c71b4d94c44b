import net from "node:net";

/** The port when it is free on `host`, else null; port 0 asks for any free one. */
export function tryPort(port, host = "127.0.0.1") {
  return new Promise((resolve) => {
    const server = net.createServer();
    server.once("error", () => resolve(null));
    server.listen({ port, host, exclusive: true }, () => {
      const { port: free } = server.address();
      server.close(() => resolve(free));
    });
  });
}

/** The preferred port, or the next free one of the following 50. */
export async function freePort(preferred, host) {
  for (let port = preferred; port < preferred + 50; port += 1) {
    const free = await tryPort(port, host);
    if (free !== null) return free;
  }
  return tryPort(0, host);
}
