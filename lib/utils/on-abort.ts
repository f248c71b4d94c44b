/** Many that wait for one signal, under one listener: Node takes the eleventh on a signal for a leak, and says so. */
const waiting = new WeakMap<AbortSignal, Set<() => void>>();

/** Calls `listener` once `signal` aborts; the function returned takes it back. Not for a signal that has aborted. */
export function onAbort(signal: AbortSignal, listener: () => void): () => void {
  const listeners = waiting.get(signal) ?? listen(signal);
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
  };
}

function listen(signal: AbortSignal): Set<() => void> {
  const listeners = new Set<() => void>();
  waiting.set(signal, listeners);
  signal.addEventListener(
    "abort",
    () => {
      for (const listener of [...listeners]) listener();
    },
    { once: true },
  );
  return listeners;
}
