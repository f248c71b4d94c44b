"use client";

import { FileUp } from "lucide-react";
import { type DragEvent, type ReactNode, useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import { cn } from "@/lib/utils/cn";

type DropZoneProps = {
  /** Says what may be dropped. */
  prompt: string;
  hint: ReactNode;
  /** For the browser's file picker. */
  accept: string;
  /** Why two at once are too many. */
  severalRefusal: string;
  /** Where it stands among fields, not alone on a page. */
  isSmall?: boolean;
  onFile: (file: File) => void;
  onRefuse: (message: string) => void;
};

/** A file is dropped here, or chosen by the button, which is the way by keyboard. */
export function DropZone(props: DropZoneProps) {
  const { prompt, hint, accept, severalRefusal, isSmall = false, onFile, onRefuse } = props;
  const input = useRef<HTMLInputElement>(null);
  // Entering a child leaves its parent: only the sum tells whether the pointer is inside.
  const depth = useRef(0);
  const [isOver, setOver] = useState(false);

  function enter(by: 1 | -1) {
    depth.current += by;
    setOver(depth.current > 0);
  }

  function drop(event: DragEvent) {
    event.preventDefault();
    depth.current = 0;
    setOver(false);
    const [item] = event.dataTransfer.items;
    const [file, second] = event.dataTransfer.files;
    if (second) onRefuse(severalRefusal);
    else if (item?.webkitGetAsEntry()?.isDirectory) onRefuse("This is a folder. Drop a file.");
    else if (file) onFile(file);
    else onRefuse("No file was dropped.");
  }

  return (
    <section
      aria-label="Upload"
      onDragEnter={() => enter(1)}
      onDragLeave={() => enter(-1)}
      onDragOver={(event) => event.preventDefault()}
      onDrop={drop}
      className={cn(
        "flex flex-col items-center gap-3 rounded-lg border border-dashed border-rule-strong bg-card px-4 text-center transition-colors",
        isSmall ? "py-4" : "py-8",
        isOver && "border-accent bg-accent-soft",
      )}
    >
      <FileUp aria-hidden className={cn("size-6 stroke-[1.5] text-ink-3", isOver && "text-accent")} />
      <p className={cn("max-w-md text-balance", isSmall ? "text-13" : "font-serif text-lg")}>
        {isOver ? "Let go to upload it" : prompt}
      </p>
      <input
        ref={input}
        type="file"
        accept={accept}
        aria-label="File to upload"
        tabIndex={-1}
        className="sr-only"
        onChange={({ target }) => {
          const [file] = target.files ?? [];
          // The same file may be chosen again after it was corrected.
          target.value = "";
          if (file) onFile(file);
        }}
      />
      <Button
        variant={isSmall ? "secondary" : "primary"}
        size={isSmall ? "sm" : "md"}
        onClick={() => input.current?.click()}
      >
        Choose a file
      </Button>
      <p className="text-xs text-ink-3">{hint}</p>
    </section>
  );
}
