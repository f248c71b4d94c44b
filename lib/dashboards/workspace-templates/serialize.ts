import type { RequestContext } from "@/lib/context";
import type { Tx } from "@/lib/db";
import { ownerNames } from "@/lib/dashboards/serialize";
import { visibleTo } from "@/lib/sharing";
import { mayManage, type TemplateRow } from "./find-template";
import { outlineOf } from "./outline";
import { querySlots } from "./query-slots";
import { TemplateDocument, type WorkspaceTemplateDto } from "./schemas";

/** Templates for the person who asks: queries that they do not see have no name. */
export async function serializeTemplates(
  tx: Tx,
  ctx: RequestContext,
  rows: readonly TemplateRow[],
): Promise<WorkspaceTemplateDto[]> {
  const read = rows.map((row) => {
    const document = TemplateDocument.parse(row.document);
    return { row, document, slots: querySlots(document) };
  });
  const names = await queryNames(
    tx,
    ctx,
    read.flatMap(({ slots }) => slots.map(({ queryId }) => queryId)),
  );
  const authors = await ownerNames(
    tx,
    ctx,
    rows.map(({ authorId }) => ({ ownerId: authorId })),
  );
  return read.map(({ row, document, slots }) => ({
    id: row.id,
    name: row.name,
    description: row.description,
    authorName: (row.authorId && authors.get(row.authorId)) || null,
    mayManage: mayManage(ctx, row),
    queries: slots.map(({ queryId, ...slot }) => {
      const name = names.get(queryId);
      return { ...slot, query: name === undefined ? null : { id: queryId, name } };
    }),
    tabs: document.settings.tabs.map(({ key, name }) => ({
      key,
      name,
      outline: outlineOf(document, key).map(({ layout, widget }) => ({
        layout,
        title: widget.visual.title,
        model: null,
      })),
    })),
  }));
}

async function queryNames(
  tx: Tx,
  ctx: RequestContext,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const rows = await tx.query.findMany({
    where: {
      AND: [
        { workspaceId: ctx.workspace.id, id: { in: [...ids] }, deletedAt: null },
        await visibleTo(tx, ctx),
      ],
    },
    select: { id: true, name: true },
  });
  return new Map(rows.map(({ id, name }) => [id, name]));
}
