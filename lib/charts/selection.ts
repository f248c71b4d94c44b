/** What a person chose in a figure: the rows in which a column holds a value. Client-safe. */
import type { CartesianModel, Condition, TableCell, TableColumn, TableModel } from "@/lib/charts/types";

/** A cell of a heat map or a pivot, and a bar of a split category, name several conditions; everything else names one. */
export type Selection = Condition & { and?: readonly Condition[] };

/** null for nothing. */
export function selectionFrom(conditions: readonly Condition[]): Selection | null {
  const [first, ...and] = conditions;
  return first ? { ...first, ...(and.length > 0 ? { and } : {}) } : null;
}

export const conditionsOf = ({ and = [], ...first }: Selection): Condition[] => [first, ...and];

/** "North, Oct 2026". */
export const selectionWords = (selection: Selection): string =>
  conditionsOf(selection)
    .map(({ label }) => label)
    .join(", ");

export function isSameSelection(a: Selection, b: Selection): boolean {
  const [these, those] = [conditionsOf(a), conditionsOf(b)];
  return (
    these.length === those.length &&
    these.every((condition, index) => {
      const other = those[index];
      return other !== undefined && isSameCondition(condition, other);
    })
  );
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

/** null for a cell that names nothing, or leads elsewhere. */
export function selectionOfCell({ column }: TableColumn, cell: TableCell): Selection | null {
  if (column === undefined || cell.text === "" || cell.look?.href) return null;
  return conditionOfCell(column, cell);
}

const conditionOfCell = (column: string, { raw, value = raw, text }: TableCell): Condition => ({
  column,
  value,
  label: text,
});

/** What a row of a pivot stands for: its own name and those of the groups around it. */
export function selectionOfRow(model: TableModel, row: number): Selection | null {
  return selectionFrom(conditionsOfRow(model, row));
}

/** A cell of a pivot stands for its row and its column; null where the column stands for several. */
export function selectionOfPlace(model: TableModel, row: number, { stands }: TableColumn): Selection | null {
  return stands ? selectionFrom([...conditionsOfRow(model, row), ...stands]) : null;
}

function conditionsOfRow({ columns, rows, outline }: TableModel, row: number): Condition[] {
  const depth = outline?.[row]?.depth ?? 0;
  return columns.slice(0, depth + 1).flatMap(({ column }, level) => {
    const cell = rows[row]?.[level];
    return column === undefined || !cell ? [] : [conditionOfCell(column, cell)];
  });
}
