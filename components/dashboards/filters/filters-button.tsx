"use client";

import { SlidersHorizontal } from "lucide-react";
import { type ReactNode, useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import { onDemand } from "@/components/ui/on-demand";

const FiltersSheet = onDemand(async () => (await import("./filters-sheet")).FiltersSheet);

type FiltersButtonProps = {
  /** How many are chosen. */
  count: number;
  onReset: () => void;
  children: ReactNode;
};

/** Opens the filters where there is little room. */
export function FiltersButton({ count, onReset, children }: FiltersButtonProps) {
  const [isOpen, setOpen] = useState(false);
  const opener = useRef<HTMLButtonElement>(null);
  return (
    <>
      <Button
        ref={opener}
        aria-haspopup="dialog"
        aria-expanded={isOpen}
        onClick={() => setOpen(true)}
        className="rounded-full"
      >
        <SlidersHorizontal aria-hidden className="text-ink-3" />
        {count === 0 ? "Filters" : `Filters (${count})`}
      </Button>
      {isOpen ? (
        <FiltersSheet onReset={onReset} onClose={() => setOpen(false)} opener={opener}>
          {children}
        </FiltersSheet>
      ) : null}
    </>
  );
}
