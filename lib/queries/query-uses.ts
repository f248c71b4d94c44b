import type { RequestContext } from "@/lib/context";
import type { Tx } from "@/lib/db";

/** `name` is null for what is private to somebody else: that it exists matters here, its name does not. */
export type QueryUse = { noun: "dashboard" | "report"; name: string | null };

/**
 * Who shows a query: dashboards, and reports by their draft, their latest version or a version a schedule
 * sends.
 */
export async function findQueryUses(tx: Tx, ctx: RequestContext, queryId: string): Promise<QueryUse[]> {
  const workspaceId = ctx.workspace.id;
  const userId = ctx.actor.kind === "user" ? ctx.actor.userId : null;
  return tx.$queryRaw<QueryUse[]>`
    SELECT noun, CASE WHEN visibility <> 'PRIVATE' OR owner_id = ${userId}::uuid THEN name END AS name FROM (
      SELECT 'dashboard' AS noun, d.name, d.visibility, d.owner_id FROM dashboards d
      WHERE d.workspace_id = ${workspaceId}::uuid AND d.deleted_at IS NULL AND EXISTS (
        SELECT 1 FROM widgets w
        WHERE w.workspace_id = d.workspace_id AND w.dashboard_id = d.id AND w.query_id = ${queryId}::uuid)
      UNION ALL
      SELECT 'report', r.name, r.visibility, r.owner_id FROM report_definitions r
      WHERE r.workspace_id = ${workspaceId}::uuid AND r.deleted_at IS NULL AND (
        jsonb_path_exists(r.draft, '$.** ? (@.queryId == $id)', jsonb_build_object('id', ${queryId}::text))
        OR EXISTS (
          SELECT 1 FROM report_versions v
          WHERE v.workspace_id = r.workspace_id AND v.report_id = r.id
            AND jsonb_path_exists(v.document, '$.** ? (@.queryId == $id)', jsonb_build_object('id', ${queryId}::text))
            AND (v.number = (SELECT max(l.number) FROM report_versions l WHERE l.report_id = r.id)
              OR EXISTS (
                SELECT 1 FROM report_schedules s
                WHERE s.report_id = r.id AND s.deleted_at IS NULL AND s.pinned_version = v.number))))
    ) uses ORDER BY noun, name`;
}
