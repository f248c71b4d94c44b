"use client";

import { Copy } from "lucide-react";
import { useRef } from "react";
import { Button } from "@/components/ui/button";
import { Popover, PopoverAnchor, PopoverContent } from "@/components/ui/popover";
import { toast } from "@/components/ui/toast";
import type { Cell } from "@/lib/charts/types";
import type { ShownColumn } from "./shown-columns";

type CellPopoverProps = {
  /** Where the cell stands on the screen. */
  anchor: () => DOMRect;
  column: ShownColumn | undefined;
  cell: Cell;
  onClose: () => void;
};

/** More would only freeze the page; the clipboard gets all of it. */
const SHOWN_CHARACTERS = 20_000;

/** One cell whole, as the source gave it: long texts, line breaks and every digit. */
export function CellPopover({ anchor, column, cell, onClose }: CellPopoverProps) {
  const anchorRef = useRef({ getBoundingClientRect: anchor });
  const text = cell === null ? "" : String(cell);
  async function copy() {
    try {
      await navigator.clipboard.writeText(text);
      toast.success("Copied");
    } catch {
      toast.error("Not copied", { description: "The browser refused. Select the text and copy it." });
    }
  }
  return (
    <Popover open onOpenChange={(open) => !open && onClose()}>
      <PopoverAnchor virtualRef={anchorRef} />
      <PopoverContent aria-label={column?.name ?? "Cell"} className="w-96 max-w-[90vw] p-3">
        <div className="mb-2 flex items-center justify-between gap-3">
          <p className="min-w-0 truncate text-xs text-ink-3">
            {column?.name} · {column?.type}
          </p>
          <Button size="sm" variant="ghost" disabled={cell === null} onClick={() => void copy()}>
            <Copy aria-hidden />
            Copy
          </Button>
        </div>
        {cell === null ? (
          <p className="text-13 text-ink-2">NULL: the source has no value here.</p>
        ) : text === "" ? (
          <p className="text-13 text-ink-2">An empty text.</p>
        ) : (
          <pre
            tabIndex={0}
            aria-label="Value"
            className="max-h-72 overflow-auto font-mono text-xs leading-5 whitespace-pre-wrap wrap-break-word"
          >
            {text.slice(0, SHOWN_CHARACTERS)}
          </pre>
        )}
        {text.length > SHOWN_CHARACTERS ? (
          <p className="mt-2 text-xs text-ink-3">The beginning is shown. Copy takes all of it.</p>
        ) : null}
      </PopoverContent>
    </Popover>
  );
}
