import type { RequestContext } from "@/lib/context";
import type { Tx } from "@/lib/db";
import { InvalidInputError } from "@/lib/errors";
import { findReaderQueries, findSeenQueries } from "@/lib/queries";
import { queryIdsOf } from "./find-report";
import type { ReportDocument } from "./schemas";

/**
 * A report is made once, for nobody in particular: a query that asks who reads would fail in every run of it. Throws
 * InvalidInputError; the name of a query that the person may not see is not told.
 */
export async function requireNoReader(tx: Tx, ctx: RequestContext, document: ReportDocument): Promise<void> {
  const found = await findReaderQueries(tx, ctx, queryIdsOf(document));
  if (found.length === 0) return;
  const seen = await findSeenQueries(
    tx,
    ctx,
    found.map(({ id }) => id),
  );
  const uses = found.map(
    ({ id, name, placeholder }) =>
      `${seen.has(id) ? `"${name}"` : "one that you cannot see"} (${placeholder})`,
  );
  const subject = uses.length === 1 ? "A query of the report depends" : "Queries of the report depend";
  throw new InvalidInputError(
    `${subject} on who reads: ${uses.join(", ")}. A report is the same for everybody it is sent to. Use a parameter in place of ${uses.length === 1 ? "this attribute" : "these attributes"}, or choose another query, then publish it.`,
  );
}
