/** What every kind of data source can do. A new kind is a new `Connector` in `./index.ts`, nothing else. */
import type { Cell, ResultColumn } from "@/lib/charts/types";
import type {
  ConnectionTest,
  SchemaTable,
  ServerKind,
  ServerSettings,
  SourceKind,
} from "@/lib/data-sources/schemas";

type OpenLimits = {
  id: string;
  /** Printed in messages. */
  name: string;
  /** Changes with whatever the connections depend on: address, credentials, limits, uploaded parts. */
  fingerprint: string;
  statementTimeoutMs: number;
  rowLimit: number;
  connectionLimit: number;
};

/** A server ready to be asked. Lives only on the server: `password` opens the sealed credentials when called. */
export type OpenServer = OpenLimits & { kind: ServerKind; settings: ServerSettings; password(): string };

/** Uploaded tables: each is the union of its Parquet files, which are local when the source is opened. */
export type OpenFiles = OpenLimits & {
  kind: "FILES";
  tables: {
    name: string;
    columns: { name: string; type: ResultColumn["type"] }[];
    rows: number;
    /** Local paths, at least one. */
    paths: string[];
  }[];
};

export type OpenSource = OpenServer | OpenFiles;
export type OpenSourceOf<Kind extends SourceKind> = Kind extends "FILES" ? OpenFiles : OpenServer;

export type Statement = {
  /**
   * One reading statement with the bind parameters of the source's dialect: `$1`, `$2` … (PostgreSQL, DuckDB),
   * `?` in order (MySQL), `{p1:String}` … (ClickHouse).
   */
  text: string;
  /** In the order of the placeholders, as text; null is NULL. */
  values: (string | null)[];
  /** IANA zone of the session: what "today" and `date_trunc` mean, and how wall times are read. */
  zone: string;
};

export type SourceResult = {
  columns: ResultColumn[];
  rows: Cell[][];
  /** True when the source had more rows than the source's row limit. */
  truncated: boolean;
  durationMs: number;
};

/** Rows as they arrive, some thousand at a time; reading slowly makes the source wait. */
export type RowStream = { columns: ResultColumn[]; batches: AsyncIterable<Cell[][]> };

export type StreamOptions = {
  /** Rows at most; null is no limit. */
  rowLimit: number | null;
  /** Exports may take longer than what people wait for. */
  timeoutMs: number;
  signal?: AbortSignal;
};

/** Where a server is and how to sign in, before it is a source. */
export type Credentials = { settings: ServerSettings; password: string };

export type Connector<Source extends OpenSource = OpenSource> = {
  /** Throws AppError source_unreachable, query_timeout, cancelled. */
  describe(source: Source, signal?: AbortSignal): Promise<SchemaTable[]>;
  /**
   * Runs one statement, read only, inside the source's limits. Throws AppError source_unreachable
   * (details.step), query_failed (details.position in `statement.text`), query_timeout, cancelled.
   */
  run(source: Source, statement: Statement, signal?: AbortSignal): Promise<SourceResult>;
  /**
   * Lends the rows of one statement to `read` while they arrive; memory stays bounded whatever their number. The
   * connection is given back when `read` has ended or failed. Errors as `run`.
   */
  stream<T>(
    source: Source,
    statement: Statement,
    options: StreamOptions,
    read: (rows: RowStream) => Promise<T>,
  ): Promise<T>;
  /** The steps the source would take for a statement, one line each. Errors as `run`. */
  explain(source: Source, statement: Statement, signal?: AbortSignal): Promise<string[]>;
  /** Ends the connections of a source that was changed or deleted. */
  close(sourceId: string): void;
};

/** A connector of servers can also try credentials that are not saved. */
export type ServerConnector = Connector<OpenServer> & {
  /** Never throws for a source that does not answer: the failed step says why. */
  test(target: Credentials, signal?: AbortSignal): Promise<ConnectionTest>;
};
