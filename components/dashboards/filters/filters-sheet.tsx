"use client";

import type { ReactNode, RefObject } from "react";
import { giveFocusBack } from "@/components/figures/menu-trigger";
import { Button } from "@/components/ui/button";
import {
  Sheet,
  SheetBody,
  SheetClose,
  SheetContent,
  SheetFooter,
  SheetHeader,
  SheetTitle,
} from "@/components/ui/sheet";

type FiltersSheetProps = {
  onReset: () => void;
  onClose: () => void;
  /** The button it was opened from. */
  opener: RefObject<HTMLElement | null>;
  children: ReactNode;
};

/** The filters where there is little room: all of them, one under the other. */
export function FiltersSheet({ onReset, onClose, opener, children }: FiltersSheetProps) {
  return (
    <Sheet open onOpenChange={(open) => !open && onClose()}>
      <SheetContent
        side="bottom"
        aria-describedby={undefined}
        onCloseAutoFocus={(event) => giveFocusBack(event, opener.current)}
      >
        <SheetHeader>
          <SheetTitle>Filters</SheetTitle>
        </SheetHeader>
        <SheetBody className="flex flex-col gap-4">{children}</SheetBody>
        <SheetFooter>
          <Button onClick={onReset}>Reset</Button>
          <SheetClose asChild>
            <Button variant="primary">Show</Button>
          </SheetClose>
        </SheetFooter>
      </SheetContent>
    </Sheet>
  );
}
