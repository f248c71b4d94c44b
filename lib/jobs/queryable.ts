/** The part of a `pg` Pool or Client this folder uses, so that it needs no driver of its own. */
export type Queryable = {
  query(text: string, values?: unknown[]): Promise<{ rows: Record<string, unknown>[] }>;
};
