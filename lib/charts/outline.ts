/** The rows of a pivot as a reader sees them: some groups closed, siblings in another order. */
import { type SortOrder, sortBy, type SortKey } from "@/lib/charts/sort-rows";
import type { TableModel } from "@/lib/charts/types";

type Branch = { index: number; branches: Branch[] };

/** Indices of the rows of a table with an outline, in the order asked for; the parts of closed groups are left out. */
export function outlineRows(
  model: TableModel,
  closed: ReadonlySet<number>,
  orders: readonly SortOrder[],
): number[] {
  const keys = orders.flatMap(({ key, descending }): SortKey<Branch>[] => {
    const place = model.columns.findIndex((column) => column.key === key);
    const column = model.columns[place];
    // The one heading a reader sees stands for the names of every level.
    const isHeading = place < (model.headings ?? 0);
    return column
      ? [
          {
            read: ({ index }) => headingOrValue(model, index, isHeading ? null : place),
            type: column.type,
            descending,
          },
        ]
      : [];
  });
  const arranged = (branches: Branch[]): Branch[] => (keys.length > 0 ? sortBy(branches, keys) : branches);
  const walk = (branches: Branch[]): number[] =>
    arranged(branches).flatMap(({ index, branches: inner }) => [
      index,
      ...(closed.has(index) ? [] : walk(inner)),
    ]);
  return walk(toBranches(model));
}

function headingOrValue(model: TableModel, index: number, place: number | null) {
  const column = place ?? model.outline?.[index]?.depth ?? 0;
  return model.rows[index]?.[column]?.raw ?? null;
}

function toBranches({ outline = [] }: TableModel): Branch[] {
  const roots: Branch[] = [];
  const open: Branch[] = [];
  for (const [index, { depth }] of outline.entries()) {
    const branch: Branch = { index, branches: [] };
    open.length = depth;
    (open[depth - 1]?.branches ?? roots).push(branch);
    open.push(branch);
  }
  return roots;
}

/** Indices of the rows that can be closed. */
export function groupIndices({ outline = [] }: TableModel): number[] {
  return outline.flatMap(({ isGroup }, index) => (isGroup ? [index] : []));
}
