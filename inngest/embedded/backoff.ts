const MINUTE_MS = 60_000;

/** Waits before the second, third, … attempt: the table the Inngest server uses, so that moving there changes nothing. */
const WAITS_MS = [0.25, 0.5, 1, 2, 5, 10, 20, 40, 60, 120].map((minutes) => minutes * MINUTE_MS);
const JITTER_MS = 30_000;

/**
 * Milliseconds to wait after attempt number `attempt` (0 is the first) failed.
 * Jitter keeps a thousand deliveries that failed together from coming back together.
 */
export function inngestBackoffMs(attempt: number): number {
  const wait = WAITS_MS[Math.min(attempt, WAITS_MS.length - 1)] ?? MINUTE_MS;
  return wait + Math.random() * JITTER_MS;
}
