"use client";

import { SlidersHorizontal } from "lucide-react";
import type { ReactNode } from "react";
import { Button } from "@/components/ui/button";
import {
  Sheet,
  SheetBody,
  SheetClose,
  SheetContent,
  SheetFooter,
  SheetHeader,
  SheetTitle,
  SheetTrigger,
} from "@/components/ui/sheet";

type FiltersSheetProps = { count: number; onReset: () => void; children: ReactNode };

/** The filters where there is little room: one button, and all of them under it. */
export function FiltersSheet({ count, onReset, children }: FiltersSheetProps) {
  return (
    <Sheet>
      <SheetTrigger asChild>
        <Button className="rounded-full">
          <SlidersHorizontal aria-hidden className="text-ink-3" />
          {count === 0 ? "Filters" : `Filters (${count})`}
        </Button>
      </SheetTrigger>
      <SheetContent side="bottom" aria-describedby={undefined}>
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
