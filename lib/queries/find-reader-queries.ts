import type { RequestContext } from "@/lib/context";
import { DIALECTS, SourceKind } from "@/lib/data-sources/schemas";
import type { Tx } from "@/lib/db";
import { readerAttributes } from "@/lib/queries/parameters/reader-attributes";
import { READER } from "@/lib/queries/placeholders";
import { QueryDefinition } from "@/lib/queries/schemas";

export type ReaderQuery = { id: string; name: string /** As it is written. */; placeholder: string };

/** Of the given queries those whose answer depends on who reads it, in order of their names. */
export async function findReaderQueries(
  tx: Tx,
  ctx: RequestContext,
  ids: readonly string[],
): Promise<ReaderQuery[]> {
  const rows = await tx.query.findMany({
    where: { workspaceId: ctx.workspace.id, id: { in: [...ids] }, deletedAt: null },
    select: { id: true, name: true, definition: true, dataSource: { select: { kind: true } } },
    orderBy: [{ name: "asc" }, { id: "asc" }],
  });
  return rows.flatMap(({ id, name, definition, dataSource }) => {
    const dialect = DIALECTS[SourceKind.parse(dataSource.kind)];
    const [first] = readerAttributes(QueryDefinition.parse(definition), dialect);
    return first === undefined ? [] : [{ id, name, placeholder: `{{${READER}.${first}}}` }];
  });
}
