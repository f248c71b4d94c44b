/** What the command palette asks and gets. Client-safe. */
import { z } from "zod";

export const SearchInput = z.object({ query: z.string().trim().max(200).default("") });

export type FoundItem = {
  id: string;
  kind: "dashboard" | "report" | "schedule" | "query";
  name: string;
  /** What else is known of it, e.g. the report that a schedule sends. */
  detail: string;
};
