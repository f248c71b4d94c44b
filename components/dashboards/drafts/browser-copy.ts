import type { DraftCopy } from "./draft-copy";

/** Where what the server does not have yet outlives the page. */
export type BrowserCopy = {
  /** null for none, and for one that cannot be read. Rejects when the browser could not load the means to read it. */
  read: () => Promise<DraftCopy | null>;
  /** False when the browser keeps nothing. */
  write: (copy: DraftCopy) => boolean;
  clear: () => void;
};

/** In this browser, by person: whoever signs in next does not get it. */
export function browserCopy(userId: string, dashboardId: string): BrowserCopy {
  const key = `broadsheet.draft.${userId}.${dashboardId}`;
  return {
    async read() {
      const text = textAt(key);
      if (text === null) return null;
      // Few have left anything behind: the others do not load the schemas.
      const { parseDraftCopy } = await import("./draft-copy");
      return parseDraftCopy(text);
    },
    write(copy) {
      try {
        localStorage.setItem(key, JSON.stringify(copy));
        return true;
      } catch {
        return false;
      }
    },
    clear() {
      try {
        localStorage.removeItem(key);
      } catch {
        // A browser that keeps nothing has nothing to clear.
      }
    },
  };
}

function textAt(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}
