const UNIT_MS = { w: 604_800_000, d: 86_400_000, h: 3_600_000, m: 60_000, s: 1_000, ms: 1 } as const;

/** When a sleeping step wakes: after so many milliseconds, or at an instant. */
export type Wake = { afterMs: number } | { at: Date };

/**
 * Reads the text the SDK writes for a sleep: a duration such as "1h30m10s", or an ISO 8601 instant.
 * Returns null for anything else.
 */
export function parseSleep(text: string): Wake | null {
  if (/^\d{4}-\d{2}-\d{2}T/.test(text)) {
    const at = new Date(text);
    return Number.isNaN(at.getTime()) ? null : { at };
  }
  if (!/^(?:\d+(?:\.\d+)?(?:ms|[wdhms]))+$/.test(text)) return null;
  let afterMs = 0;
  for (const [, amount, unit] of text.matchAll(/(\d+(?:\.\d+)?)(ms|[wdhms])/g)) {
    afterMs += Number(amount) * UNIT_MS[unit as keyof typeof UNIT_MS];
  }
  return { afterMs };
}
