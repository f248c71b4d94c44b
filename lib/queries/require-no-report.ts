import type { RequestContext } from "@/lib/context";
import type { Dialect } from "@/lib/data-sources/schemas";
import type { Tx } from "@/lib/db";
import { InvalidInputError } from "@/lib/errors";
import { readerAttributes } from "@/lib/queries/parameters/reader-attributes";
import { isPublishedIn } from "@/lib/queries/query-uses";
import { READER } from "@/lib/queries/placeholders";
import type { QueryDefinition } from "@/lib/queries/schemas";

/**
 * A published report is made for nobody in particular: a query in it that comes to ask who reads would fail in its
 * next run. Throws InvalidInputError; the name of a report that the person may not see is not told.
 */
export async function requireNoReport(
  tx: Tx,
  ctx: RequestContext,
  queryId: string,
  definition: QueryDefinition,
  dialect: Dialect,
): Promise<void> {
  const [attribute] = readerAttributes(definition, dialect);
  if (attribute === undefined) return;
  const reports = await findPublishedReports(tx, ctx, queryId);
  if (reports.length === 0) return;
  const names = reports.map(({ name }) => (name === null ? "one that you cannot see" : `"${name}"`));
  const place =
    reports.length === 1
      ? "a published report, which is the same for everybody it is sent to"
      : "published reports, which are the same for everybody they are sent to";
  throw new InvalidInputError(
    `The query would depend on who reads it: it uses {{${READER}.${attribute}}}. It stands in ${place}: ${names.join(", ")}. Use a parameter instead, or make a copy of the query and change that.`,
  );
}

/** Published reports that ask the query, by their latest version or one that a schedule sends. */
async function findPublishedReports(
  tx: Tx,
  ctx: RequestContext,
  queryId: string,
): Promise<{ name: string | null }[]> {
  const workspaceId = ctx.workspace.id;
  const userId = ctx.actor.kind === "user" ? ctx.actor.userId : null;
  return tx.$queryRaw<{ name: string | null }[]>`
    SELECT CASE WHEN r.visibility = 'WORKSPACE' OR r.owner_id = ${userId}::uuid THEN r.name END AS name
    FROM report_definitions r
    WHERE r.workspace_id = ${workspaceId}::uuid AND r.deleted_at IS NULL AND ${isPublishedIn(queryId)}
    ORDER BY r.name`;
}
