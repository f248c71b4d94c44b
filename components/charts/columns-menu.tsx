"use client";

import {
  DropdownMenu,
  DropdownMenuCheckboxItem,
  DropdownMenuContent,
  DropdownMenuItem,
  DropdownMenuSeparator,
  DropdownMenuTrigger,
} from "@/components/ui/dropdown-menu";
import type { OpenedProps } from "@/components/ui/opened-on-demand";
import type { TableView } from "@/lib/charts/table-view";
import type { TableColumn } from "@/lib/charts/types";

type ColumnsMenuProps = OpenedProps & {
  columns: readonly TableColumn[];
  view: TableView;
  onView: (view: TableView) => void;
  /** Whether there is something to go back from. */
  isArranged: boolean;
};

/** Which columns of a table are shown. */
export function ColumnsMenu(props: ColumnsMenuProps) {
  const { trigger, defaultOpen, columns, view, onView, isArranged } = props;
  const shown = columns.filter((column) => !view.hidden.includes(column.key));
  return (
    <DropdownMenu defaultOpen={defaultOpen}>
      <DropdownMenuTrigger asChild>{trigger}</DropdownMenuTrigger>
      <DropdownMenuContent>
        {columns.map((column) => (
          <DropdownMenuCheckboxItem
            key={column.key}
            checked={shown.includes(column)}
            // A table of no columns would have no way back.
            disabled={shown.length === 1 && shown[0] === column}
            // The menu stays open: several columns are hidden at once.
            onSelect={(event) => event.preventDefault()}
            onCheckedChange={(checked) =>
              onView({
                ...view,
                hidden: checked
                  ? view.hidden.filter((key) => key !== column.key)
                  : [...view.hidden, column.key],
              })
            }
          >
            {column.name}
          </DropdownMenuCheckboxItem>
        ))}
        {isArranged && (
          <>
            <DropdownMenuSeparator />
            <DropdownMenuItem onSelect={() => onView({ ...view, hidden: [], widths: {} })}>
              Show all, in their own width
            </DropdownMenuItem>
          </>
        )}
      </DropdownMenuContent>
    </DropdownMenu>
  );
}
