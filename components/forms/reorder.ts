/** Puts the entry `id` where the entry `overId` is. */
export function reorder<Entry extends { id: string }>(
  entries: readonly Entry[],
  id: string,
  overId: string,
): Entry[] {
  const from = entries.findIndex((entry) => entry.id === id);
  const to = entries.findIndex((entry) => entry.id === overId);
  const moved = entries[from];
  if (!moved || to === -1) return [...entries];
  const others = entries.filter((entry) => entry.id !== id);
  return [...others.slice(0, to), moved, ...others.slice(to)];
}
