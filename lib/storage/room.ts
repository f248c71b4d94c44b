import type { RequestContext } from "@/lib/context";
import { withTransaction } from "@/lib/db";
import { env } from "@/lib/env";
import { AppError } from "@/lib/errors";
import { formatBytes } from "@/lib/format/sizes";

type Usage = { uploads: number; tables: number; exports: number; pictures: number };

/** What is left for the uploads, the tables made of them, the exports and the pictures of a workspace. */
export class Room {
  readonly #usage: Usage;
  readonly #locale: string;
  constructor(usage: Usage, locale: string) {
    this.#usage = usage;
    this.#locale = locale;
  }

  /** Throws AppError limit_reached when `bytes` more would be too many; without, when nothing is left. */
  require(bytes = 1): void {
    const { uploads, tables, exports, pictures } = this.#usage;
    const used = uploads + tables + exports + pictures;
    const max = env().filesMaxBytes;
    if (used + bytes <= max) return;
    const print = (value: number) => formatBytes(value, { locale: this.#locale });
    throw new AppError(
      "limit_reached",
      `The files of this workspace may take up ${print(max)}, and ${print(used)} are used: ${print(uploads)} by uploads that are not loaded yet, ${print(tables)} by tables, ${print(exports)} by exports, ${print(pictures)} by pictures. Delete tables and pictures or discard uploads that nobody needs, wait until older exports have expired, or ask whoever runs Broadsheet to raise FILES_MAX_MB.`,
      { max, current: used },
    );
  }
}

/** As it is now: to be asked again for the next file. */
export async function roomOf(ctx: RequestContext): Promise<Room> {
  const workspaceId = ctx.workspace.id;
  const [row] = await withTransaction(
    ctx,
    (tx) => tx.$queryRaw<Record<keyof Usage, bigint>[]>`
      SELECT coalesce(sum(l.bytes) FILTER (WHERE l.upload_key IS NOT NULL), 0)::bigint AS uploads,
        coalesce(sum(l.part_bytes) FILTER (WHERE l.part_key IS NOT NULL), 0)::bigint AS tables,
        (SELECT coalesce(sum(e.bytes), 0)::bigint FROM result_exports e
          WHERE e.workspace_id = ${workspaceId}::uuid AND e.storage_key IS NOT NULL) AS exports,
        (SELECT coalesce(sum(p.bytes), 0)::bigint FROM pictures p
          WHERE p.workspace_id = ${workspaceId}::uuid) AS pictures
      FROM file_loads l WHERE l.workspace_id = ${workspaceId}::uuid`,
  );
  const usage = {
    uploads: Number(row?.uploads ?? 0),
    tables: Number(row?.tables ?? 0),
    exports: Number(row?.exports ?? 0),
    pictures: Number(row?.pictures ?? 0),
  };
  return new Room(usage, ctx.workspace.locale);
}
