import { isDeepStrictEqual } from "node:util";
import type { RequestContext } from "@/lib/context";
import type { FoundLoad } from "@/lib/data-sources/files/find-files";
import { type Inspected, inspectFile } from "@/lib/data-sources/files/inspect-file";
import { localFile } from "@/lib/data-sources/files/local-file";
import { FileFormat, type ReadOptions } from "@/lib/data-sources/files/schemas";
import type { TextFacts } from "@/lib/data-sources/files/text-facts";
import { type Prisma, withTransaction } from "@/lib/db";

/** What is kept of an upload: what was learned while it arrived, and how it was last looked at. */
type Kept = { facts: TextFacts; seen?: { options: ReadOptions; inspected: Inspected } };

/** Looks at a file, and keeps what was found for the request that follows. */
export async function inspectAndKeep(
  ctx: RequestContext,
  load: FoundLoad,
  options: ReadOptions,
): Promise<Inspected> {
  const inspected = await inspectFile(await localFile(load), FileFormat.parse(load.format), options);
  const { facts } = load.inspection as Kept;
  // The rows shown are the file's: they need not be kept twice.
  const seen = { options, inspected: { ...inspected, inspection: { ...inspected.inspection, rows: [] } } };
  await withTransaction(ctx, (tx) =>
    tx.fileLoad.updateMany({
      where: { id: load.id, workspaceId: ctx.workspace.id, state: { in: ["UPLOADED", "FAILED"] } },
      data: { inspection: JSON.parse(JSON.stringify({ facts, seen })) as Prisma.InputJsonValue },
    }),
  );
  return inspected;
}

/** As the file was last looked at, when that was with the same options; else it is looked at again. */
export async function keptInspection(
  ctx: RequestContext,
  load: FoundLoad,
  options: ReadOptions,
): Promise<Inspected> {
  const { seen } = load.inspection as Kept;
  return seen && isDeepStrictEqual(seen.options, options)
    ? seen.inspected
    : inspectAndKeep(ctx, load, options);
}
