import { once } from "node:events";
import { createServer, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";
import { ClickHouseLogLevel, createClient } from "@clickhouse/client";
import { expect, it } from "vitest";
import { smallRows } from "./clickhouse-small";

/** Asks a server that answers as it likes. */
async function rowsFrom(answer: RequestListener): Promise<unknown[]> {
  const server = createServer(answer).listen(0, "127.0.0.1");
  await once(server, "listening");
  const client = createClient({
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    log: { level: ClickHouseLogLevel.OFF },
  });
  try {
    return await smallRows({ client }, "SELECT 1");
  } finally {
    await client.close();
    server.closeAllConnections();
    server.close();
  }
}

it("reads the rows of a short answer, asked for as lines of JSON", async () => {
  let asked = "";
  const rows = await rowsFrom((request, response) => {
    request.on("data", (part: Buffer) => (asked += part.toString()));
    request.on("end", () => response.end('{"level":0}\n{"level":"é"}\n'));
  });
  expect(rows).toEqual([{ level: 0 }, { level: "é" }]);
  expect(asked).toMatch(/FORMAT JSONEachRow$/);
});

it("gives a server up that never stops answering", async () => {
  let sent = 0;
  const endless = rowsFrom((_, response) => {
    const piece = Buffer.alloc(1024 * 1024, "x");
    const send = () => {
      while (!response.destroyed && response.write(piece)) sent += piece.length;
    };
    response.on("drain", send);
    send();
  });
  await expect(endless).rejects.toThrow(/longer than any/);
  expect(sent).toBeLessThan(256 * 1024 * 1024);
});

it("tells an answer that is none", async () => {
  await expect(rowsFrom((_, response) => response.end("<html>"))).rejects.toThrow(/JSON/);
});
