import type { LoadTarget } from "@/lib/data-sources/files/schemas";

type Source = { slug: string; dataSourceId: string };

export const sourcePath = ({ slug, dataSourceId }: Source): string => `/${slug}/data-sources/${dataSourceId}`;
export const tablePath = (source: Source, tableId: string): string =>
  `${sourcePath(source)}/tables/${tableId}`;

/** Which table a file is for; a new one when left out. */
export type Aim = { mode: Exclude<LoadTarget["mode"], "create">; tableId: string };

const aimed = (path: string, aim: Aim | null | undefined): string =>
  aim ? `${path}?${new URLSearchParams({ [aim.mode]: aim.tableId })}` : path;

/** Where a file is chosen. */
export const uploadPath = (source: Source, aim?: Aim | null): string =>
  aimed(`${sourcePath(source)}/upload`, aim);
/** Where a file that has arrived is looked at and loaded. */
export const loadPath = (source: Source, loadId: string, aim?: Aim | null): string =>
  aimed(`${sourcePath(source)}/upload/${loadId}`, aim);

export const queryPath = ({ slug, dataSourceId }: Source, table: string, mode: "builder" | "sql"): string =>
  `/${slug}/queries/new?${new URLSearchParams({ source: dataSourceId, schema: "", table, mode })}`;

/** `?replace=<table>` or `?append=<table>`. */
export function aimOf(query: Record<string, string | string[] | undefined>): Aim | null {
  const { replace, append } = query;
  if (typeof replace === "string") return { mode: "replace", tableId: replace };
  return typeof append === "string" ? { mode: "append", tableId: append } : null;
}
