/** Everything that arrives, in its order. */
export async function gather<T>(arriving: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = [];
  for await (const each of arriving) all.push(each);
  return all;
}
