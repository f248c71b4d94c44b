/**
 * Makes names unique: the second "id" is "id (2)". `sameAs` says which names count as equal. Remembers where it
 * counted to, so that thousands of equal names take no longer than different ones.
 */
export function uniqueNames(names: readonly string[], sameAs = (name: string): string => name): string[] {
  const taken = new Set<string>();
  const counts = new Map<string, number>();
  return names.map((source) => {
    const key = sameAs(source);
    let count = counts.get(key) ?? 1;
    let name = source;
    while (taken.has(sameAs(name))) {
      count += 1;
      name = `${source} (${count})`;
    }
    counts.set(key, count);
    taken.add(sameAs(name));
    return name;
  });
}
