/** What the browser keeps of a draft that the server does not have yet. */
import { z } from "zod";
import { DraftDocument } from "@/lib/dashboards/drafts/schemas";

const DraftCopy = z.object({
  document: DraftDocument,
  baseVersion: z.int(),
  /** Of the draft on the server that was changed. */
  revision: z.int(),
});
export type DraftCopy = z.infer<typeof DraftCopy>;

/** null for what is no such copy, e.g. of an earlier Broadsheet. */
export function parseDraftCopy(text: string): DraftCopy | null {
  try {
    return DraftCopy.safeParse(JSON.parse(text)).data ?? null;
  } catch {
    return null;
  }
}
