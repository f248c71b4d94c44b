/** Answers this process read or wrote lately, so that a kept answer is not carried over from the database each time. */

export type Copies<T> = {
  /** The copy, when it is of the row with this id; marks it as used. */
  get(key: string, id: string): T | undefined;
  /** The id of the row of which there is a copy. */
  idOf(key: string): string | undefined;
  put(key: string, entry: { id: string; value: T; bytes: number }): void;
};

/** Holds at most `maxBytes`; what was not used for the longest time goes first. */
export function createCopies<T>(maxBytes: number): Copies<T> {
  // A Map keeps the order of insertion: used entries are put at its end.
  const entries = new Map<string, { id: string; value: T; bytes: number }>();
  let total = 0;
  const remove = (key: string) => {
    total -= entries.get(key)?.bytes ?? 0;
    entries.delete(key);
  };
  return {
    idOf: (key) => entries.get(key)?.id,
    get(key, id) {
      const entry = entries.get(key);
      if (entry?.id !== id) return undefined;
      entries.delete(key);
      entries.set(key, entry);
      return entry.value;
    },
    put(key, entry) {
      remove(key);
      if (entry.bytes > maxBytes) return;
      entries.set(key, entry);
      total += entry.bytes;
      for (const oldest of entries.keys()) {
        if (total <= maxBytes) break;
        remove(oldest);
      }
    },
  };
}
