import type { RequestContext } from "@/lib/context";
import { connectorFor, type OpenSource } from "@/lib/data-sources/connectors";
import { inFairQueue, ownerOf } from "@/lib/data-sources/fair-queue";
import { type DataSourceRow, openSource } from "@/lib/data-sources/find-data-source";
import type { SchemaTable, SourceSchema } from "@/lib/data-sources/schemas";
import { type Prisma, withTransaction } from "@/lib/db";

/** Counted up when `SchemaTable` changes: what was kept in another shape is asked for anew. */
const SHAPE = 1;

/** The schema that is kept of the source as it is now, or the source's own answer, which is then kept. */
export async function readSchema(
  ctx: RequestContext,
  row: DataSourceRow,
  { isFresh }: { isFresh: boolean },
): Promise<SourceSchema> {
  const source = await openSource(ctx, row);
  const kept = isFresh ? null : await findKept(ctx, source);
  if (kept) return kept;
  const turn = { owner: ownerOf(ctx), signal: ctx.signal };
  const tables = await inFairQueue(source, turn, () => connectorFor(source).describe(source, ctx.signal));
  const readAt = ctx.now();
  await keep(ctx, source, tables, readAt);
  return { tables, readAt: readAt.toISOString() };
}

async function findKept(ctx: RequestContext, source: OpenSource): Promise<SourceSchema | null> {
  const kept = await withTransaction(ctx, (tx) =>
    tx.dataSourceSchema.findFirst({
      where: { workspaceId: ctx.workspace.id, dataSourceId: source.id, fingerprint: fingerprintOf(source) },
      select: { tables: true, readAt: true },
    }),
  );
  if (!kept) return null;
  return { tables: kept.tables as unknown as SchemaTable[], readAt: kept.readAt.toISOString() };
}

async function keep(
  ctx: RequestContext,
  source: OpenSource,
  tables: SchemaTable[],
  readAt: Date,
): Promise<void> {
  const key = { workspaceId: ctx.workspace.id, dataSourceId: source.id };
  const data = {
    tables: tables as unknown as Prisma.InputJsonValue,
    fingerprint: fingerprintOf(source),
    readAt,
  };
  await withTransaction(ctx, (tx) =>
    tx.dataSourceSchema.upsert({
      where: { workspaceId_dataSourceId: key },
      create: { ...key, ...data },
      update: data,
      select: { dataSourceId: true },
    }),
  );
}

const fingerprintOf = (source: OpenSource): string => `${SHAPE}:${source.fingerprint}`;
