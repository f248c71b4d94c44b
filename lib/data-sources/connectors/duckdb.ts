import {
  type DuckDBConnection,
  type DuckDBPreparedStatement,
  type DuckDBResult,
  type DuckDBType,
  StatementType,
} from "@duckdb/node-api";
import type { Cell } from "@/lib/charts/types";
import type { SchemaTable } from "@/lib/data-sources/schemas";
import { onlyCode, tokenizeSql } from "@/lib/utils/tokenize-sql";
import { resultColumns } from "./cells";
import { refuseCalls } from "./duckdb-calls";
import { columnTypeOf, rowsOf } from "./duckdb-cells";
import { closeInstances } from "./duckdb-instance";
import { inDuckdbSession } from "./duckdb-session";
import { refused } from "./failures";
import { refuseNul } from "./statement";
import type { Connector, OpenFiles, RowStream, SourceResult, Statement, StreamOptions } from "./types";

/** Characters read at most: a result of very wide rows must not take the whole memory of the process. */
const RESULT_LIMIT_CHARS = 64_000_000;

const SQL_TYPES = {
  text: "VARCHAR",
  number: "DECIMAL",
  boolean: "BOOLEAN",
  date: "DATE",
  timestamp: "TIMESTAMP",
} as const;

/** Uploaded tables: Parquet files, asked in this process by an embedded DuckDB. */
export const duckdb: Connector<OpenFiles> = {
  describe: (source) => Promise.resolve(source.tables.map(describeTable)),
  run: runStatement,
  stream: streamStatement,
  explain: explainStatement,
  close: closeInstances,
};

function describeTable(table: OpenFiles["tables"][number]): SchemaTable {
  return {
    schema: "",
    name: table.name,
    comment: null,
    rowEstimate: table.rows,
    columns: table.columns.map(({ name, type }) => ({
      name,
      type: SQL_TYPES[type],
      valueType: type,
      nullable: true,
      comment: null,
    })),
    primaryKey: [],
    foreignKeys: [],
  };
}

function runStatement(source: OpenFiles, statement: Statement, signal?: AbortSignal): Promise<SourceResult> {
  const { zone, text } = statement;
  return inDuckdbSession(source, { zone, text, signal }, async (connection) => {
    const startedAt = performance.now();
    const prepared = await prepare(connection, source, statement);
    const result = await prepared.stream();
    const types = result.columnTypes();
    const rows: Cell[][] = [];
    let chars = 0;
    let isCut = false;
    for await (const batch of batchesOf(result, types, zone)) {
      for (const row of batch) {
        chars += row.reduce<number>((sum, cell) => sum + (typeof cell === "string" ? cell.length : 8), 0);
        rows.push(row);
      }
      isCut = chars >= RESULT_LIMIT_CHARS;
      if (isCut || rows.length > source.rowLimit) break;
    }
    const truncated = isCut || rows.length > source.rowLimit;
    rows.length = Math.min(rows.length, source.rowLimit);
    const durationMs = Math.round(performance.now() - startedAt);
    return { columns: columnsOf(result, types), rows, truncated, durationMs };
  });
}

async function streamStatement<T>(
  source: OpenFiles,
  statement: Statement,
  { rowLimit, timeoutMs, signal }: StreamOptions,
  read: (rows: RowStream) => Promise<T>,
): Promise<T> {
  const { zone, text } = statement;
  const session = { zone, text, signal, timeoutMs };
  const outcome = await inDuckdbSession(source, session, async (connection, requireGoing) => {
    const prepared = await prepare(connection, source, statement);
    const result = await prepared.stream();
    const types = result.columnTypes();
    const sent = { failure: undefined as unknown };
    const batches = limited(batchesOf(result, types, zone), rowLimit, requireGoing, sent);
    try {
      return { value: await read({ columns: columnsOf(result, types), batches }) };
    } catch (error) {
      // What the reader itself threw is none of DuckDB's words: it leaves as it is.
      if (error === sent.failure) throw error;
      return { thrown: error };
    }
  });
  if ("thrown" in outcome) throw outcome.thrown;
  return outcome.value;
}

async function explainStatement(
  source: OpenFiles,
  statement: Statement,
  signal?: AbortSignal,
): Promise<string[]> {
  const { zone, text } = statement;
  return inDuckdbSession(source, { zone, text, signal }, async (connection) => {
    // Prepared alone first: what follows EXPLAIN must be a question, and errors must be at their place.
    await prepare(connection, source, statement);
    const explained = await connection.prepare(`EXPLAIN ${text}`);
    explained.bind(statement.values);
    const rows = await (await explained.run()).getRowsJson();
    const plan = rows.map((row) => String(row[1] ?? "")).join("\n");
    return plan.split("\n").filter((line) => line.trim() !== "");
  });
}

/** Exactly one question. Throws AppError query_failed, or what DuckDB throws. */
async function prepare(
  connection: DuckDBConnection,
  source: OpenFiles,
  { text, values }: Statement,
): Promise<DuckDBPreparedStatement> {
  refuseNul({ text, values });
  const statements = await extract(connection, source, text);
  refuseCalls(source.name, text);
  if (statements.count !== 1)
    throw refused(
      source.name,
      "exactly one statement can be run. PIVOT needs its values listed: … ON column IN (…).",
    );
  const prepared = await statements.prepare(0);
  if (!(await isQuestion(connection, source, prepared, text)))
    throw refused(source.name, "it is only read: a query begins with SELECT, WITH or FROM.");
  if (prepared.parameterCount !== values.length)
    throw refused(
      source.name,
      `it has ${prepared.parameterCount} placeholders, and ${values.length} values were given.`,
    );
  for (const [index, value] of values.entries()) {
    if (value === null) prepared.bindNull(index + 1);
    else prepared.bindVarchar(index + 1, value);
  }
  return prepared;
}

async function extract(connection: DuckDBConnection, source: OpenFiles, text: string) {
  const isEmpty = !/[^\s;]/.test(codeOf(text));
  // Of an empty text the driver only says that something went wrong.
  if (isEmpty) throw refused(source.name, "it is empty. Write a query that begins with SELECT.");
  return connection.extractStatements(text);
}

const PRAGMA = /^\s*pragma\b/i;
const EXPLAIN = /^\s*explain\s+/i;
/** With comments as spaces, so that offsets stay. */
const codeOf = (text: string): string => onlyCode(text, tokenizeSql(text, "duckdb"));

async function isQuestion(
  connection: DuckDBConnection,
  source: OpenFiles,
  prepared: DuckDBPreparedStatement,
  text: string,
): Promise<boolean> {
  if (prepared.statementType === StatementType.SELECT) return !PRAGMA.test(codeOf(text));
  if (prepared.statementType !== StatementType.EXPLAIN) return false;
  // EXPLAIN ANALYZE runs what it explains, whatever that is, and names the stored files.
  const words = EXPLAIN.exec(codeOf(text));
  if (!words) return false;
  const explained = text.slice(words[0].length);
  const statements = await extract(connection, source, explained);
  return statements.count === 1 && (await statements.prepare(0)).statementType === StatementType.SELECT;
}

const columnsOf = (result: DuckDBResult, types: DuckDBType[]) =>
  resultColumns(types.map((type, index) => ({ name: result.columnName(index), type: columnTypeOf(type) })));

async function* batchesOf(result: DuckDBResult, types: DuckDBType[], zone: string): AsyncGenerator<Cell[][]> {
  for (;;) {
    const chunk = await result.fetchChunk();
    if (!chunk || chunk.rowCount === 0) return;
    yield rowsOf(chunk.getColumns(), types, zone);
  }
}

async function* limited(
  batches: AsyncIterable<Cell[][]>,
  rowLimit: number | null,
  requireGoing: () => void,
  sent: { failure: unknown },
): AsyncGenerator<Cell[][]> {
  let left = rowLimit ?? Number.POSITIVE_INFINITY;
  const source = batches[Symbol.asyncIterator]();
  while (left > 0) {
    const next = await source.next().catch((error: unknown) => {
      sent.failure = error;
      throw error;
    });
    requireGoing();
    if (next.done) return;
    yield next.value.length > left ? next.value.slice(0, left) : next.value;
    left -= next.value.length;
  }
}
