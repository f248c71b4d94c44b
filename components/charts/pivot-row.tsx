import { ChevronDown, ChevronRight } from "lucide-react";
import { BodyCell } from "@/components/charts/table-cell";
import type { RowWindow } from "@/components/charts/use-row-window";
import type { TableModel } from "@/lib/charts/types";
import { cn } from "@/lib/utils/cn";

/** Pixels a row is moved in for each level. */
const INDENT = 16;

type PivotRowProps = {
  model: TableModel;
  index: number;
  isClosed: boolean;
  widths: Record<string, number>;
  onToggle: () => void;
  /** Where it stands among the rows in sight, and how its height is told. */
  place: number;
  measure: RowWindow["measure"];
};

/** One row of a pivot: its name moved in by its level, with the button that closes a group. */
export function PivotRow({
  model,
  index,
  isClosed,
  widths,
  onToggle,
  place: rowPlace,
  measure,
}: PivotRowProps) {
  const { depth = 0, isGroup = false } = model.outline?.[index] ?? {};
  const headings = model.headings ?? 1;
  const cells = model.rows[index] ?? [];
  const label = cells[depth]?.text ?? "";
  const Arrow = isClosed ? ChevronRight : ChevronDown;
  return (
    <tr ref={measure} data-index={rowPlace} className={cn("hover:bg-sunken/60", isGroup && "font-semibold")}>
      <th
        scope="row"
        className={cn(
          "sticky left-0 z-10 min-w-32 border-b border-rule bg-card px-2 py-1.5 text-start align-top text-ink",
          isGroup ? "font-semibold" : "font-normal",
        )}
        style={{ paddingInlineStart: 8 + depth * INDENT }}
      >
        {isGroup ? (
          <button
            type="button"
            aria-expanded={!isClosed}
            onClick={onToggle}
            className="-my-0.5 inline-flex min-h-6 items-start gap-1 text-start hover:text-accent"
          >
            <Arrow aria-hidden className="mt-1 size-3.5 shrink-0" />
            <bdi>{label}</bdi>
          </button>
        ) : (
          <bdi className={cn(headings > 1 && "pl-4.5")}>{label}</bdi>
        )}
      </th>
      {cells.slice(headings).map((cell, place) => {
        const column = model.columns[headings + place];
        return column ? (
          <BodyCell key={column.key} cell={cell} room={{ column, width: widths[column.key] }} />
        ) : null;
      })}
    </tr>
  );
}
