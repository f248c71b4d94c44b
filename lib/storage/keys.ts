const KEY = /^[A-Za-z0-9][A-Za-z0-9._-]*(\/[A-Za-z0-9][A-Za-z0-9._-]*)*$/;

/** Throws an Error for a key that could leave the store: a mistake of the calling code, never input. */
export function requireKey(key: string): string {
  if (!KEY.test(key) || key.includes("..")) throw new Error(`"${key}" is not a storage key.`);
  return key;
}
