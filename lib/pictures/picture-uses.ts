import type { RequestContext } from "@/lib/context";
import type { Tx } from "@/lib/db";

export type PictureUses = {
  /** Of the dashboards, templates and reports it stands on. */
  names: string[];
  /** How many more there are whose names are not for everybody. */
  unseen: number;
  /** What people are changing and have not saved; their own business. */
  drafts: number;
};

type Found = { name: string; is_seen: boolean; is_draft: boolean };

/**
 * Where a picture stands now: on dashboards, in templates, in reports as they are and as they are sent, and in drafts
 * where `tx` sees those of everybody.
 */
export async function findPictureUses(tx: Tx, ctx: RequestContext, pictureId: string): Promise<PictureUses> {
  const workspaceId = ctx.workspace.id;
  const userId = ctx.actor.kind === "user" ? ctx.actor.userId : null;
  const found = await tx.$queryRaw<Found[]>`
    SELECT d.name, d.visibility = 'WORKSPACE' OR d.owner_id IS NOT DISTINCT FROM ${userId}::uuid AS is_seen, false AS is_draft
    FROM dashboards d
    WHERE d.workspace_id = ${workspaceId}::uuid AND d.deleted_at IS NULL AND EXISTS (
      SELECT 1 FROM widgets w WHERE w.workspace_id = d.workspace_id AND w.dashboard_id = d.id
        AND w.visual ->> 'kind' = 'image' AND w.visual ->> 'pictureId' = ${pictureId})
    UNION ALL
    SELECT t.name || ' (template)', true, false FROM dashboard_templates t
    WHERE t.workspace_id = ${workspaceId}::uuid AND jsonb_path_exists(
      t.document, '$.widgets[*].visual ? (@.kind == "image" && @.pictureId == $id)', jsonb_build_object('id', ${pictureId}::text))
    UNION ALL
    SELECT r.name || ' (report)', true, false FROM report_definitions r
    WHERE r.workspace_id = ${workspaceId}::uuid AND r.deleted_at IS NULL AND EXISTS (
      SELECT 1 FROM (
        SELECT r.draft AS document
        UNION ALL
        (SELECT v.document FROM report_versions v WHERE v.workspace_id = r.workspace_id AND v.report_id = r.id
         ORDER BY v.number DESC LIMIT 1)) d
      WHERE jsonb_path_exists(
        d.document, '$.blocks[*] ? (@.kind == "image" && @.pictureId == $id)', jsonb_build_object('id', ${pictureId}::text)))
    UNION ALL
    SELECT '', false, true FROM dashboard_drafts f
    JOIN dashboards d ON d.workspace_id = f.workspace_id AND d.id = f.dashboard_id AND d.deleted_at IS NULL
    WHERE f.workspace_id = ${workspaceId}::uuid AND jsonb_path_exists(
      f.document, '$.widgets[*].visual ? (@.kind == "image" && @.pictureId == $id)', jsonb_build_object('id', ${pictureId}::text))
    ORDER BY name`;
  return {
    names: found.flatMap(({ name, is_seen }) => (is_seen ? [name] : [])),
    unseen: found.filter(({ is_seen, is_draft }) => !is_seen && !is_draft).length,
    drafts: found.filter(({ is_draft }) => is_draft).length,
  };
}
