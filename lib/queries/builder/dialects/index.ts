import type { Dialect } from "@/lib/data-sources/schemas";
import { assertNever } from "@/lib/errors";
import { clickhouse } from "./clickhouse";
import { duckdb } from "./duckdb";
import { mysql } from "./mysql";
import { postgresql } from "./postgresql";
import type { SqlDialect } from "./types";

export type { DatePart, SqlDialect } from "./types";

/** `zone` is the query's, which is the session's too. */
export function sqlDialect(dialect: Dialect, zone: string): SqlDialect {
  switch (dialect) {
    case "postgresql":
      return postgresql;
    case "mysql":
      return mysql;
    case "clickhouse":
      return clickhouse(zone);
    case "duckdb":
      return duckdb;
    default:
      return assertNever(dialect);
  }
}
