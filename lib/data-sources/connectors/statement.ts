import { AppError } from "@/lib/errors";
import type { Statement } from "./types";

/**
 * No text of a database holds the character NUL, and in a protocol it ends what it stands in. Throws AppError
 * query_failed with its position in the statement.
 */
export function refuseNul({ text, values }: Pick<Statement, "text" | "values">): void {
  const index = text.indexOf("\0");
  if (index >= 0)
    throw new AppError("query_failed", "The query holds the invisible character NUL. Remove it.", {
      position: index + 1,
    });
  const bad = values.findIndex((value) => value?.includes("\0"));
  if (bad >= 0)
    throw new AppError(
      "query_failed",
      `The value of parameter ${bad + 1} holds the invisible character NUL. Remove it.`,
    );
}
