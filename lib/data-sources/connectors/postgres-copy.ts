import { once } from "node:events";
import type { Writable } from "node:stream";
import { pipeline } from "node:stream/promises";
import pg from "pg";
import { to as copyTo } from "pg-copy-streams";
import { csvRecord, guardFormula } from "@/lib/render/csv/csv-text";
import { refused } from "./failures";
import { readColumns } from "./postgres-cells";
import { csvExpression } from "./postgres-copy-columns";
import { withValuesAsSettings } from "./postgres-copy-values";
import { postgresDriver } from "./postgres-session";
import { parseStatement } from "./postgres-shape";
import { inSession, type Lease, ReaderFailed } from "./session";
import { refuseNul } from "./statement";
import type { OpenServer, Statement, StreamOptions } from "./types";

export type CopyOptions = StreamOptions & {
  /** An apostrophe before texts that a spreadsheet program would take for a formula. */
  guardFormulas: boolean;
};

/**
 * The rows of one SELECT as CSV (RFC 4180, UTF-8 without a byte order mark), written by the server itself: column
 * names, then cells as in a result; numbers as the server prints them. `write` is left open for the caller to end;
 * when it reads slowly, the server waits. Errors as `run` of a connector, or the error of `write`.
 */
export async function copyCsv(
  source: OpenServer,
  statement: Statement,
  { rowLimit, timeoutMs, signal, guardFormulas }: CopyOptions,
  write: Writable,
): Promise<{ rows: number }> {
  refuseNul(statement);
  return inSession(postgresDriver, source, { zone: statement.zone, timeoutMs, signal }, async (lease) => {
    const { text, fields } = await checkedSelect(lease.client, source.name, statement);
    const names = readColumns(fields).map(({ name }) => (guardFormulas ? guardFormula(name) : name));
    const columns = fields.map((_, index) => `c${index + 1}`);
    const cells = fields.map((field, index) => csvExpression(field, columns[index] ?? "", guardFormulas));
    // Line breaks, so that a comment at the end of the text does not reach what follows it.
    const select = `SELECT ${cells.join(", ")} FROM (\n${text}\n) AS q (${columns.join(", ")})`;
    const limit = rowLimit === null ? "" : ` LIMIT ${Math.trunc(rowLimit)}`;
    await writeText(write, csvRecord(names));
    return {
      rows: await copy(lease, `COPY (${select}${limit}) TO STDOUT (FORMAT csv, ENCODING 'UTF8')`, write),
    };
  });
}

/**
 * The text with its values bound, fit to stand between brackets. The server parses it alone first: a text that is
 * one complete statement has no way out of the brackets. The text with the values' places filled is parsed alone
 * as well, so that it would be noticed if the places were found by other rules than the server's.
 */
async function checkedSelect(client: pg.Client, sourceName: string, statement: Statement) {
  const shape = await parseStatement(client, statement.text);
  if (shape.fields.length === 0)
    throw refused(sourceName, "it has no columns, so there is nothing to export.");
  const text = await withValuesAsSettings(client, sourceName, statement, shape.parameters);
  const filled = await parseStatement(client, text).catch(withoutPosition);
  if (filled.parameters.length > 0 || filled.fields.length !== shape.fields.length)
    throw refused(sourceName, "its parameters could not be filled in for an export.");
  return { text, fields: filled.fields };
}

async function copy(lease: Lease<pg.Client, unknown>, sql: string, write: Writable): Promise<number> {
  const stream = lease.client.query(copyTo(sql));
  let failed: "source" | "writer" | undefined;
  stream.once("error", () => (failed ??= "source"));
  const onWriteError = () => (failed ??= "writer");
  write.once("error", onWriteError);
  try {
    await pipeline(stream, (chunks: AsyncIterable<Buffer>) => counted(chunks, lease), write, { end: false });
    return stream.rowCount;
  } catch (error) {
    // Whatever the server still wants to send, nobody reads it.
    lease.spoil();
    if (failed === "source") return withoutPosition(error);
    throw new ReaderFailed(error);
  } finally {
    write.off("error", onWriteError);
  }
}

async function* counted(chunks: AsyncIterable<Buffer>, lease: Lease<pg.Client, unknown>) {
  for await (const chunk of chunks) {
    lease.consumed();
    yield chunk;
  }
}

async function writeText(write: Writable, text: string): Promise<void> {
  if (!write.write(text))
    await once(write, "drain").catch((error: unknown) => Promise.reject(new ReaderFailed(error)));
}

/** A position in a text the person did not write points nowhere. */
function withoutPosition(error: unknown): never {
  if (error instanceof pg.DatabaseError) error.position = undefined;
  throw error;
}
