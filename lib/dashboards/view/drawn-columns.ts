import type { VisualSpec } from "@/lib/charts/spec";

/**
 * True for a column whose values the figure shows. Readers choose among the values they see: a column that is not drawn
 * cannot be probed by a link somebody wrote.
 */
export function drawsColumn({ title: _, ...visual }: VisualSpec, column: string): boolean {
  // A table without a choice shows every column.
  if (visual.kind === "table" && visual.columns.length === 0) return true;
  return mentions(visual, column);
}

function mentions(part: unknown, column: string): boolean {
  if (part === column) return true;
  return (
    typeof part === "object" && part !== null && Object.values(part).some((each) => mentions(each, column))
  );
}
