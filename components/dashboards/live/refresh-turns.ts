/** Whose turn it is to be read anew. Pure. */

export type Turn = {
  key: string;
  /** How often; null is never by itself. */
  everySeconds: number | null;
  /** Epoch ms of the last answer or attempt; 0 when there was none. */
  lastAt: number;
};

/** Turns that are at most this far ahead go along: they share the request. */
const TOGETHER_MS = 2_000;

/** `jitter` between -0.1 and 0.1 of the time: pages that were opened together do not ask together for ever. */
function dueAt({ everySeconds, lastAt }: Turn, jitter: number): number {
  return everySeconds === null ? Number.POSITIVE_INFINITY : lastAt + everySeconds * 1000 * (1 + jitter);
}

/** Milliseconds until the next turn; null when there is none. */
export function untilNextTurn(turns: readonly Turn[], jitter: number, now: number): number | null {
  const next = Math.min(...turns.map((turn) => dueAt(turn, jitter)));
  return Number.isFinite(next) ? Math.max(0, next - now) : null;
}

/** Those to be read now, with the age up to which kept answers will do: the shortest of their times. */
export function dueTurns(
  turns: readonly Turn[],
  jitter: number,
  now: number,
): { keys: string[]; maxAgeSeconds: number } | null {
  const due = turns.filter((turn) => dueAt(turn, jitter) <= now + TOGETHER_MS);
  const times = due.flatMap(({ everySeconds }) => everySeconds ?? []);
  return due.length === 0 ? null : { keys: due.map(({ key }) => key), maxAgeSeconds: Math.min(...times) };
}
