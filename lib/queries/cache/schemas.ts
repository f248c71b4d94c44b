/** Inputs and DTOs of what is kept. Client-safe. */
import { z } from "zod";

export const ClearCacheInput = z.object({
  scope: z.discriminatedUnion("kind", [
    z.object({ kind: z.literal("all") }),
    z.object({ kind: z.literal("source"), dataSourceId: z.uuid() }),
    z.object({ kind: z.literal("query"), queryId: z.uuid() }),
  ]),
});
export type ClearCacheScope = z.infer<typeof ClearCacheInput>["scope"];

export type ClearedCache = { entries: number; bytes: number };

export type CacheSource = {
  dataSourceId: string;
  name: string;
  /** How long its answers are kept; 0 keeps none. */
  cacheSeconds: number;
  entries: number;
  bytes: number;
  /** In the last 24 hours. */
  asked: number;
  reused: number;
};

export type HeavyQuestion = {
  /** null for what is not saved, or what you may not see. */
  queryId: string | null;
  queryName: string | null;
  dataSourceName: string;
  /** Times the source was asked in the last seven days, and what that took it. */
  asked: number;
  sourceMs: number;
  /** Kept now. */
  entries: number;
  bytes: number;
};

export type CacheOverview = {
  /** Answered runs of the last 24 hours, and how many of them without asking a source. */
  asked: number;
  reused: number;
  entries: number;
  bytes: number;
  maxBytes: number;
  /** What the answers kept now have saved the sources so far. */
  savedMs: number;
  sources: CacheSource[];
  /** The ten that took the sources most time. */
  slowest: HeavyQuestion[];
  /** The ten that take up most room. */
  largest: HeavyQuestion[];
};
