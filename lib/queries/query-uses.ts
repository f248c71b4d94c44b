import type { RequestContext } from "@/lib/context";
import { sql, type Tx } from "@/lib/db";
import type { QueryUseDto } from "@/lib/queries/schemas";

/** Of the report `r`: its latest version or one that a schedule sends asks the query. */
export const isPublishedIn = (queryId: string) => sql`EXISTS (
  SELECT 1 FROM report_versions v
  WHERE v.workspace_id = r.workspace_id AND v.report_id = r.id
    AND jsonb_path_exists(v.document, '$.** ? (@.queryId == $id)', jsonb_build_object('id', ${queryId}::text))
    AND (v.number = (SELECT max(l.number) FROM report_versions l WHERE l.report_id = r.id)
      OR EXISTS (
        SELECT 1 FROM report_schedules s
        WHERE s.report_id = r.id AND s.deleted_at IS NULL AND s.pinned_version = v.number)))`;

/**
 * Who needs a query: dashboards, reports by their draft, their latest version or a version a schedule sends, and
 * queries whose parameters choose from its rows. What is private to somebody else has neither name nor id here: that it exists matters, not what it is.
 */
export async function findQueryUses(tx: Tx, ctx: RequestContext, queryId: string): Promise<QueryUseDto[]> {
  const workspaceId = ctx.workspace.id;
  const userId = ctx.actor.kind === "user" ? ctx.actor.userId : null;
  return tx.$queryRaw<QueryUseDto[]>`
    SELECT noun, CASE WHEN is_seen THEN id END AS id, CASE WHEN is_seen THEN name END AS name FROM (
      SELECT noun, id, name, visibility = 'WORKSPACE' OR owner_id = ${userId}::uuid AS is_seen FROM (
      SELECT 'dashboard' AS noun, d.id, d.name, d.visibility, d.owner_id FROM dashboards d
      WHERE d.workspace_id = ${workspaceId}::uuid AND d.deleted_at IS NULL AND EXISTS (
        SELECT 1 FROM widgets w
        WHERE w.workspace_id = d.workspace_id AND w.dashboard_id = d.id AND w.query_id = ${queryId}::uuid)
      UNION ALL
      SELECT 'query', q.id, q.name, q.visibility, q.owner_id FROM queries q
      WHERE q.workspace_id = ${workspaceId}::uuid AND q.deleted_at IS NULL AND q.id <> ${queryId}::uuid
        AND jsonb_path_exists(q.definition, '$.parameters[*].options ? (@.queryId == $id)', jsonb_build_object('id', ${queryId}::text))
      UNION ALL
      SELECT 'report', r.id, r.name, r.visibility, r.owner_id FROM report_definitions r
      WHERE r.workspace_id = ${workspaceId}::uuid AND r.deleted_at IS NULL AND (
        jsonb_path_exists(r.draft, '$.** ? (@.queryId == $id)', jsonb_build_object('id', ${queryId}::text))
        OR ${isPublishedIn(queryId)})
    ) uses) shown ORDER BY noun, name`;
}
