"use client";

import { Table2 } from "lucide-react";
import type { ReactNode } from "react";
import {
  DropdownMenu,
  DropdownMenuContent,
  DropdownMenuItem,
  DropdownMenuLabel,
  DropdownMenuSeparator,
  DropdownMenuTrigger,
} from "@/components/ui/dropdown-menu";
import type { OpenedProps } from "@/components/ui/opened-on-demand";
import type { PreparedModel } from "@/lib/charts/types";
import { formatDateTime } from "@/lib/format/dates";
import { menuTriggerOf } from "./menu-trigger";
import type { Place } from "./place";

export type FigureMenuProps = OpenedProps & {
  /** Left out where nothing is drawn from rows, or not yet. `onView` is told who gets the focus back. */
  data?: { model: PreparedModel; place: Place; onView: (opener: HTMLElement | null) => void };
  /** Entries before those of the data. */
  children?: ReactNode;
};

/** The menu of a figure. */
export function FigureMenu({ trigger, defaultOpen, data, children }: FigureMenuProps) {
  return (
    <DropdownMenu defaultOpen={defaultOpen}>
      <DropdownMenuTrigger asChild>{trigger}</DropdownMenuTrigger>
      <DropdownMenuContent>
        {children}
        {children && data ? <DropdownMenuSeparator /> : null}
        {data ? (
          <>
            <DropdownMenuItem onSelect={(event) => data.onView(menuTriggerOf(event))}>
              <Table2 aria-hidden />
              View data
            </DropdownMenuItem>
            <DropdownMenuLabel>Data as of {formatDateTime(data.model.asOf, data.place)}</DropdownMenuLabel>
          </>
        ) : null}
      </DropdownMenuContent>
    </DropdownMenu>
  );
}
