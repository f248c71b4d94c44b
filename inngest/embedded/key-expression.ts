/**
 * Inngest writes keys as CEL. The product only ever says "this field of the event", so only paths such as
 * `event.data.workspaceId` are understood; everything else is refused when the engine starts.
 */
const KEY_PATH = /^event\.data((?:\.[A-Za-z_]\w*)+)$/;

export type KeyPath = readonly string[];

/** Returns the fields below `event.data`, or null when the expression is anything but such a path. */
export function parseKeyExpression(expression: string): KeyPath | null {
  const path = KEY_PATH.exec(expression.trim())?.[1];
  return path === undefined ? null : path.slice(1).split(".");
}

/** The value at the path as text, objects as JSON; null when the event has no such field or it is null. */
export function readKey(path: KeyPath, data: Record<string, unknown>): string | null {
  let value: unknown = data;
  for (const field of path) {
    if (typeof value !== "object" || value === null || !Object.hasOwn(value, field)) return null;
    value = (value as Record<string, unknown>)[field];
  }
  if (value === null || value === undefined) return null;
  return typeof value === "string" ? value : JSON.stringify(value);
}
