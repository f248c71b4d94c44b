import type { SourceRow } from "@/lib/data-sources/files/csv-records";
import { ColumnEvidence } from "@/lib/data-sources/files/detect-types";

const SAMPLES = 5;
const SAMPLE_CHARS = 100;

export function evidenceOf(rows: readonly SourceRow[], width: number): ColumnEvidence[] {
  const columns = Array.from({ length: width }, () => new ColumnEvidence());
  for (const { fields } of rows)
    for (const [index, column] of columns.entries()) {
      const value = fields[index];
      if (value) column.add(value);
    }
  return columns;
}

/** Different values, as they are in the file. */
export function samplesOf(rows: readonly SourceRow[], index: number): string[] {
  const samples = new Set<string>();
  for (const { fields } of rows.slice(0, 1000)) {
    // PostgreSQL, which keeps the samples, has no zero characters.
    const value = fields[index]?.replaceAll("\0", "");
    if (value) samples.add(value.length > SAMPLE_CHARS ? `${value.slice(0, SAMPLE_CHARS - 1)}…` : value);
    if (samples.size === SAMPLES) break;
  }
  return [...samples];
}
