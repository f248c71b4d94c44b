import { ChevronDown, ChevronRight } from "lucide-react";
import { BodyCell, type CellChoice, ChoiceButton } from "@/components/charts/table-cell";
import type { ChoiceOf } from "@/components/charts/use-cell-choices";
import type { RowWindow } from "@/components/charts/use-row-window";
import { selectionOfPlace, selectionOfRow, selectionWords } from "@/lib/charts/selection";
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
  choiceOf: ChoiceOf;
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
  choiceOf,
}: PivotRowProps) {
  const { depth = 0, isGroup = false } = model.outline?.[index] ?? {};
  const headings = model.headings ?? 1;
  const cells = model.rows[index] ?? [];
  const label = cells[depth]?.text ?? "";
  const row = selectionOfRow(model, index);
  const heading = choiceOf(rowPlace, model.columns[0]?.key ?? "", row);
  return (
    <tr ref={measure} data-index={rowPlace} className={cn("hover:bg-sunken/60", isGroup && "font-semibold")}>
      <th
        scope="row"
        className={cn(
          "sticky left-0 z-10 min-w-32 border-b border-rule bg-card px-2 py-1.5 text-start align-top text-ink",
          isGroup ? "font-semibold" : "font-normal",
          heading?.isChosen && "bg-accent-soft font-medium",
        )}
        style={{ paddingInlineStart: 8 + depth * INDENT }}
      >
        {isGroup ? (
          <GroupName label={label} isClosed={isClosed} onToggle={onToggle} choice={heading} />
        ) : (
          <span className={cn(headings > 1 && "pl-4.5")}>
            {heading ? <ChoiceButton text={label} choice={heading} /> : <bdi>{label}</bdi>}
          </span>
        )}
      </th>
      {cells.slice(headings).map((cell, place) => {
        const column = model.columns[headings + place];
        if (!column) return null;
        const room = { column, width: widths[column.key] };
        const choice = choiceOf(rowPlace, column.key, selectionOfPlace(model, index, column));
        const name = [...(row ? [selectionWords(row)] : []), column.name].join(", ");
        return (
          <BodyCell
            key={column.key}
            cell={cell}
            room={room}
            choice={choice && { ...choice, name: `${name}: ${cell.text}` }}
          />
        );
      })}
    </tr>
  );
}

type GroupNameProps = Pick<PivotRowProps, "isClosed" | "onToggle"> & {
  label: string;
  choice: CellChoice | undefined;
};

/** Where names can be chosen, the arrow alone closes the group. */
function GroupName({ label, isClosed, onToggle, choice }: GroupNameProps) {
  const Arrow = isClosed ? ChevronRight : ChevronDown;
  const arrow = <Arrow aria-hidden className="mt-1 size-3.5 shrink-0" />;
  if (!choice)
    return (
      <button
        type="button"
        aria-expanded={!isClosed}
        onClick={onToggle}
        className="-my-0.5 inline-flex min-h-6 items-start gap-1 text-start hover:text-accent"
      >
        {arrow}
        <bdi>{label}</bdi>
      </button>
    );
  return (
    <span className="-my-0.5 -ml-1.5 inline-flex items-start">
      <button
        type="button"
        aria-expanded={!isClosed}
        aria-label={`Parts of ${label}`}
        onClick={onToggle}
        // Over the button of the name, which reaches over the whole cell.
        className="relative z-10 flex min-h-6 min-w-6 items-start justify-center hover:text-accent"
      >
        {arrow}
      </button>
      <ChoiceButton text={label} choice={choice} />
    </span>
  );
}
