/** What a person chose in a figure: the rows in which a column holds a value. Client-safe. */
import type { CartesianModel, Cell } from "@/lib/charts/types";

export type Condition = {
  /** The query's name of the column. */
  column: string;
  /** As the query answered it: null where the category is missing. */
  value: Cell;
  /** As people read it. */
  label: string;
};

/** A cell of a heat map names two conditions; everything else names one. */
export type Selection = Condition & { and?: Condition };

export function isSameSelection(a: Selection, b: Selection): boolean {
  return isSameCondition(a, b) && (a.and && b.and ? isSameCondition(a.and, b.and) : a.and === b.and);
}

function isSameCondition(a: Condition, b: Condition): boolean {
  return a.column === b.column && a.value === b.value;
}

/** null where the point stands for several values, such as "Other". */
export function selectionAt(model: CartesianModel, index: number): Selection | null {
  const point = model.points[index];
  if (point?.raw === undefined) return null;
  return { column: model.xColumn, value: point.raw, label: point.label };
}
