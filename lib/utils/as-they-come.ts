/** Answers in the order in which they arrive. They are waited for from the call on, whether or not anybody reads. */
export async function* asTheyCome<T>(work: readonly Promise<T>[]): AsyncGenerator<T> {
  const open = new Map(work.map((promise, index) => [index, promise.then((value) => ({ index, value }))]));
  while (open.size > 0) {
    const { index, value } = await Promise.race(open.values());
    open.delete(index);
    yield value;
  }
}
