import { createHash } from "node:crypto";
import { setImmediate } from "node:timers/promises";
import type { ResultSet } from "@/lib/charts/types";

/** What a source answered, before units are put on the columns. */
export type Answer = Pick<ResultSet, "columns" | "rows" | "truncated" | "durationMs" | "asOf">;

export type SerializedAnswer = {
  /** SHA-256 over columns and rows: equal for equal answers, whatever they took and whenever they came. */
  checksum: string;
  /** The answer and its checksum as JSON; null when it is longer than `limitBytes`. */
  json: string | null;
  bytes: number;
};

const CHUNK_ROWS = 500;

/** Writes the rows once, for both, and lets others work first and in between: an answer may have many. */
export async function serializeAnswer(answer: Answer, limitBytes: number): Promise<SerializedAnswer> {
  const { rows, ...head } = answer;
  const hash = createHash("sha256").update(JSON.stringify(answer.columns));
  let parts: string[] | null = [];
  let bytes = 0;
  for (let from = 0; from < rows.length; from += CHUNK_ROWS) {
    await setImmediate();
    const text = `${from === 0 ? "" : ","}${JSON.stringify(rows.slice(from, from + CHUNK_ROWS)).slice(1, -1)}`;
    hash.update(text);
    bytes += Buffer.byteLength(text);
    if (bytes > limitBytes) parts = null;
    parts?.push(text);
  }
  const checksum = hash.digest("hex");
  const start = JSON.stringify({ ...head, checksum }).slice(0, -1);
  bytes += Buffer.byteLength(start) + ',"rows":[]}'.length;
  const json = parts && bytes <= limitBytes ? `${start},"rows":[${parts.join("")}]}` : null;
  return { checksum, json, bytes };
}
