import { z } from "zod";
import { DraftDocument } from "@/lib/dashboards/drafts/schemas";

const Copy = z.object({
  document: DraftDocument,
  baseVersion: z.int(),
  /** Of the draft on the server that was changed. */
  revision: z.int(),
});
export type DraftCopy = z.infer<typeof Copy>;

/** Where what the server does not have yet outlives the page. */
export type BrowserCopy = {
  read: () => DraftCopy | null;
  /** False when the browser keeps nothing. */
  write: (copy: DraftCopy) => boolean;
  clear: () => void;
};

/** In this browser, by person: whoever signs in next does not get it. */
export function browserCopy(userId: string, dashboardId: string): BrowserCopy {
  const key = `broadsheet.draft.${userId}.${dashboardId}`;
  return {
    read() {
      try {
        const read = Copy.safeParse(JSON.parse(localStorage.getItem(key) ?? "null"));
        return read.success ? read.data : null;
      } catch {
        return null;
      }
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
