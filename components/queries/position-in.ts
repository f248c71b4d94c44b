import type { ErrorBody } from "@/lib/errors";

/** Where a mistake is in the text as it was written (1-based): the server counts without the blanks before it. */
export function positionIn(sql: string, error: ErrorBody): number | null {
  const { position } = error.details;
  if (position === undefined || sql === "") return null;
  return Math.min(position + sql.length - sql.trimStart().length, sql.length + 1);
}
