import type { Dialect } from "@/lib/data-sources/schemas";
import { InvalidInputError } from "@/lib/errors";
import { onlyCode, tokenizeSql } from "@/lib/utils/tokenize-sql";

// Neither a cast (::date) nor the end of a slice (a[1:n]).
const COLON = /(?<![:\w\])]):([a-z_][a-z0-9_]*)/i;

/** The name after a colon: how other programs write parameters. null where there is none. */
export function colonParameter(sql: string, dialect: Dialect): string | null {
  try {
    return COLON.exec(onlyCode(sql, tokenizeSql(sql, dialect)))?.[1] ?? null;
  } catch (error) {
    if (error instanceof InvalidInputError) return null;
    throw error;
  }
}
