/** What every kind of data source can do. A new kind is a new `Connector` in `./index.ts`, nothing else. */
import type { Cell, ResultColumn } from "@/lib/charts/types";
import type { ConnectionTest, PostgresSettings, SchemaTable } from "@/lib/data-sources/schemas";

/** A source ready to be asked. Lives only on the server: `password` opens the sealed credentials when called. */
export type OpenSource = {
  id: string;
  /** Printed in messages. */
  name: string;
  /** Changes with whatever the connections depend on: address, credentials, limits. */
  fingerprint: string;
  settings: PostgresSettings;
  password(): string;
  statementTimeoutMs: number;
  rowLimit: number;
  connectionLimit: number;
};

export type Statement = {
  /** One reading statement with `$1`, `$2`, … */
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

export type Connector = {
  /** Never throws for a source that does not answer: the failed step says why. */
  test(
    target: { settings: PostgresSettings; password: string },
    signal?: AbortSignal,
  ): Promise<ConnectionTest>;
  /** Throws AppError source_unreachable, query_timeout, cancelled. */
  describe(source: OpenSource, signal?: AbortSignal): Promise<SchemaTable[]>;
  /**
   * Runs one statement, read only, inside the source's limits. Throws AppError source_unreachable
   * (details.step), query_failed (details.position in `statement.text`), query_timeout, cancelled.
   */
  run(source: OpenSource, statement: Statement, signal?: AbortSignal): Promise<SourceResult>;
  /** Ends the connections of a source that was changed or deleted. */
  close(sourceId: string): void;
};
