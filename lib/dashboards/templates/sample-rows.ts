/** Rows for the preview of a template: made up, alike at each call, and shaped like the answer of its query. Pure. */
import type { Cell, ResultColumn, ResultSet } from "@/lib/charts/types";
import type { Builder, Dimension, Measure } from "./template";

const GROUPS = ["North Quay", "Old Town", "Lighthouse", "Riverside", "Docklands"];
const MONTHS = 12;
const AS_OF = "2026-11-01T06:00:00.000Z";

export function sampleResult({
  dimensions,
  measures,
  limit,
}: Pick<Builder, "dimensions" | "measures" | "limit">): ResultSet {
  const columns = [...dimensions.map(dimensionColumn), ...measures.map(measureColumn)];
  const keys = combinations(dimensions.map(valuesOf)).slice(0, limit ?? undefined);
  const rows = keys.map((key, index) => [...key, ...measureCells(measures, key, index)]);
  return { columns, rows, asOf: AS_OF, truncated: false, durationMs: 0, fromCache: false };
}

function dimensionColumn({ name, grain }: Dimension): ResultColumn {
  if (grain === "day_of_week" || grain === "hour_of_day" || grain === "month_of_year")
    return { name, type: "number", role: "dimension" };
  return grain ? { name, type: "date", role: "time" } : { name, type: "text", role: "dimension" };
}

function measureColumn({ name, kind, unit }: Measure): ResultColumn {
  const isCount = kind === "count" || kind === "count_distinct";
  return { name, type: "number", role: "measure", ...(unit ? { unit } : isCount ? { unit: "count" } : {}) };
}

function valuesOf({ grain }: Dimension): Cell[] {
  const upTo = (count: number, from: number) => Array.from({ length: count }, (_, index) => index + from);
  switch (grain) {
    case null:
      return GROUPS;
    case "day_of_week":
      return upTo(7, 1);
    case "month_of_year":
      return upTo(12, 1);
    case "hour_of_day":
      return upTo(10, 8);
    case "day":
      return upTo(30, 1).map((day) => `2026-10-${String(day).padStart(2, "0")}`);
    default:
      return upTo(MONTHS, 0).map((month) =>
        new Date(Date.UTC(2025, 10 + month, 1)).toISOString().slice(0, 10),
      );
  }
}

function combinations(lists: Cell[][]): Cell[][] {
  return lists.reduce<Cell[][]>(
    (before, values) => before.flatMap((key) => values.map((value) => [...key, value])),
    [[]],
  );
}

/** Stages shrink, shares are shares, everything else is large enough to look like business. */
function measureCells(measures: readonly Measure[], key: readonly Cell[], index: number): number[] {
  return measures.map((measure, position) => {
    const wave = 1 + 0.18 * Math.sin(index * 0.9 + position) + 0.06 * Math.cos(index * 2.3);
    const size = GROUPS.includes(String(key.at(-1))) ? 1 - 0.13 * GROUPS.indexOf(String(key.at(-1))) : 1;
    switch (measure.kind) {
      case "ratio":
        return Math.min(0.99, 0.78 * wave * size);
      case "count":
        return Math.round(420 * wave * size);
      case "count_distinct":
        return Math.round(260 * wave * size);
      case "average":
        return Math.round(64 * wave);
      default:
        return Math.round(
          measure.field.kind === "calculated" ? 400 * wave * size * 0.72 ** position : 31_000 * wave * size,
        );
    }
  });
}
