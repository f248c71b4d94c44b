import type { Readable } from "node:stream";
import { parseError } from "@clickhouse/client";
import { resultColumns } from "./cells";
import { cellReaders, valueTypeOf } from "./clickhouse-cells";
import type { Batch } from "./collect-rows";
import { refused, tooLarge } from "./failures";

const BATCH_ROWS = 2000;
const BATCH_CHARS = 4_000_000;
/** One row at most: it is read whole before anybody can look at it. */
const LINE_LIMIT_BYTES = 128 * 1024 * 1024;

/**
 * The rows of an answer, some thousand at a time and `limit` at most; the last batch comes also without rows, for the
 * columns. Not reading on makes the server wait.
 */
export async function* readBatches(
  answer: Readable,
  sourceName: string,
  limit: number,
): AsyncGenerator<Batch, void, undefined> {
  const lines = readLines(answer, sourceName);
  const names = await readHeader(lines, sourceName);
  const types = await readHeader(lines, sourceName);
  const columns = resultColumns(names.map((name, at) => ({ name, type: valueTypeOf(types[at] ?? "") })));
  const readers = cellReaders(types);
  let batch: Batch = { columns, rows: [], chars: 0 };
  let count = 0;
  for await (const line of lines) {
    if (count === limit) break;
    count += 1;
    const values = parseRow(line, sourceName);
    batch.rows.push(values.map((value, at) => readers[at]?.(value) ?? null));
    batch.chars += line.length;
    if (batch.rows.length < BATCH_ROWS && batch.chars < BATCH_CHARS) continue;
    yield batch;
    batch = { columns, rows: [], chars: 0 };
  }
  if (batch.rows.length > 0 || count === 0) yield batch;
}

async function readHeader(lines: AsyncIterator<string>, sourceName: string): Promise<string[]> {
  const { value, done } = await lines.next();
  return done ? [] : (parseRow(value, sourceName) as string[]);
}

/** An error after the first rows stands where the next row would. */
function parseRow(line: string, sourceName: string): unknown[] {
  if (!line.startsWith("[")) {
    const error = parseError(line);
    if (error.message !== line) throw error;
    throw refused(
      sourceName,
      "the answer is in a format of its own. Remove FORMAT and INTO OUTFILE from it.",
    );
  }
  return JSON.parse(line) as unknown[];
}

async function* readLines(answer: Readable, sourceName: string): AsyncGenerator<string, void, undefined> {
  let parts: Buffer[] = [];
  let size = 0;
  for await (const chunk of answer as AsyncIterable<Buffer>) {
    let start = 0;
    for (let end = chunk.indexOf(10); end >= 0; end = chunk.indexOf(10, start)) {
      const line = chunk.subarray(start, end);
      start = end + 1;
      const whole = parts.length > 0 ? Buffer.concat([...parts, line]) : line;
      parts = [];
      size = 0;
      const text = whole.toString("utf8");
      if (text.startsWith("[")) yield text;
      // What is no row is a message, and goes on to the end.
      else if (text.trim() !== "")
        return yield* restOf(answer, `${text}\n${chunk.subarray(start).toString("utf8")}`);
    }
    const rest = chunk.subarray(start);
    size += rest.length;
    if (size > LINE_LIMIT_BYTES) throw tooLarge(sourceName, LINE_LIMIT_BYTES);
    if (rest.length > 0) parts.push(rest);
  }
  if (size > 0) yield Buffer.concat(parts).toString("utf8");
}

const MESSAGE_LIMIT = 100_000;

async function* restOf(answer: Readable, begun: string): AsyncGenerator<string, void, undefined> {
  let text = begun;
  for await (const chunk of answer as AsyncIterable<Buffer>) {
    text += chunk.toString("utf8");
    if (text.length > MESSAGE_LIMIT) break;
  }
  yield text;
}
