/** Inputs and DTOs of the history of runs. Client-safe. */
import { z } from "zod";
import { QueryPurpose } from "@/lib/queries/schemas";

export const RunState = z.enum(["RUNNING", "COMPLETED", "FAILED", "CANCELLED"]);
export type RunState = z.infer<typeof RunState>;

export const RunSort = z.enum(["newest", "slowest"]);

/** Slowest first leaves out what was answered from what was kept. */
export const ListRunsInput = z.object({
  queryId: z.uuid().optional(),
  dataSourceId: z.uuid().optional(),
  actorUserId: z.uuid().optional(),
  state: RunState.optional(),
  purpose: QueryPurpose.optional(),
  sort: RunSort.default("newest"),
  /** ISO 8601. */
  since: z.iso.datetime().optional(),
  /** `nextCursor` of the page before. */
  cursor: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});
export const RunIdInput = z.object({ runId: z.uuid() });

export type RunDto = {
  id: string;
  state: RunState;
  purpose: QueryPurpose;
  /** null when it was not saved, or when you may not see the query. */
  queryId: string | null;
  queryName: string | null;
  /** Asked by a query that you may not see. */
  isHiddenQuery: boolean;
  dataSourceId: string;
  dataSourceName: string;
  /** null when Broadsheet itself asked. */
  actorUserId: string | null;
  actorName: string | null;
  parameters: Record<string, unknown>;
  rows: number | null;
  durationMs: number | null;
  fromCache: boolean;
  /** The first 12 characters; equal for equal rows. */
  checksum: string | null;
  /** The same query with the same parameters gave other rows the time before. */
  isChanged: boolean;
  error: string | null;
  /** Somebody asked for it to be cancelled. */
  isCancelling: boolean;
  mayCancel: boolean;
  /** ISO 8601. */
  createdAt: string;
};
export type RunDetails = RunDto & {
  /** SHA-256 over columns and rows. */
  fullChecksum: string | null;
  /** The text, when it was not saved. */
  statement: string | null;
};
export type RunPage = { runs: RunDto[]; nextCursor: string | null };
