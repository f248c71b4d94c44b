/** Questions of our own whose answers are short: read whole, but never more than a bound, whatever the server sends. */
import type { ClickHouseSettings } from "@clickhouse/client";
import type { ClickhouseClient } from "./clickhouse-client";

/** Fifty thousand columns with long comments; an endless answer would fill the memory. */
const ANSWER_LIMIT_BYTES = 64 * 1024 * 1024;
const TIME_LIMIT_MS = 30_000;

type SmallOptions = { timeoutMs?: number; signal?: AbortSignal; settings?: ClickHouseSettings };

/** The rows of a statement without parameters, by the names of their columns. Throws what the client throws. */
export async function smallRows<Row>(
  { client }: Pick<ClickhouseClient, "client">,
  statement: string,
  { timeoutMs = TIME_LIMIT_MS, signal, settings }: SmallOptions = {},
): Promise<Row[]> {
  const timeUp = AbortSignal.timeout(timeoutMs);
  const abort_signal = signal ? AbortSignal.any([signal, timeUp]) : timeUp;
  const { stream } = await client.exec({
    query: `${statement} FORMAT JSONEachRow`,
    abort_signal,
    clickhouse_settings: settings,
  });
  const parts: Buffer[] = [];
  let bytes = 0;
  // Leaving the loop early closes the connection.
  for await (const part of stream as AsyncIterable<Buffer>) {
    bytes += part.length;
    if (bytes > ANSWER_LIMIT_BYTES) throw new Error("the answer is longer than any");
    if (abort_signal.aborted) throw new Error("the answer took too long");
    parts.push(part);
  }
  return Buffer.concat(parts)
    .toString("utf8")
    .split("\n")
    .filter((line) => line.trim() !== "")
    .map((line) => JSON.parse(line) as Row);
}
