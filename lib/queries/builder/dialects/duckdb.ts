/** DuckDB, which speaks most of PostgreSQL's SQL. */
import { sql } from "kysely";
import type { Fragment } from "@/lib/queries/builder/fragments";
import { postgresql } from "./postgresql";
import type { SqlDialect } from "./types";

const double = (value: Fragment): Fragment => sql`cast(${value} as double)`;

export const duckdb: SqlDialect = {
  ...postgresql,
  name: "duckdb",
  placeholder: (_bound, written) => written,

  number: (value) => value,
  // Decimals have 38 digits at most: the product of three columns would not fit.
  multiply: (left, right) => sql`${double(left)} * ${double(right)}`,
  divide: (left, right) => sql`${double(left)} / nullif(${double(right)}, 0)`,
  remainder: (left, right) => sql`${left} % nullif(${right}, 0)`,
  approximate: double,
  // Rounded as a decimal: as a double, 2.675 is a little less than that.
  round: (number, digits) =>
    sql`coalesce(cast(round(try_cast(${number} as decimal(38, 12)), ${sql.lit(digits)}) as double), ${double(number)})`,
};
