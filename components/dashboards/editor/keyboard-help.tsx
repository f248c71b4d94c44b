"use client";

import { Keyboard } from "lucide-react";
import { Button } from "@/components/ui/button";
import { Kbd } from "@/components/ui/kbd";
import { Popover, PopoverContent, PopoverTrigger } from "@/components/ui/popover";
import { Hint } from "@/components/ui/tooltip";

type KeyboardHelpProps = { open: boolean; onOpenChange: (open: boolean) => void };

type KeyLine = { keys: readonly string[]; does: string };

const ON_A_HANDLE: readonly KeyLine[] = [
  { keys: ["←", "↑", "→", "↓"], does: "Move the widget" },
  { keys: ["Shift", "←↑→↓"], does: "Resize it" },
  { keys: ["Space"], does: "Select it, with others" },
  { keys: ["Enter"], does: "Edit it" },
  { keys: ["Delete"], does: "Remove it" },
];

const ANYWHERE: readonly KeyLine[] = [
  { keys: ["Ctrl", "Z"], does: "Undo" },
  { keys: ["Ctrl", "Shift", "Z"], does: "Redo" },
  { keys: ["Ctrl", "D"], does: "Duplicate" },
  { keys: ["Ctrl", "C"], does: "Copy, also to another dashboard" },
  { keys: ["Ctrl", "V"], does: "Paste" },
  { keys: ["Ctrl", "A"], does: "Select all on this tab" },
  { keys: ["Esc"], does: "Select none" },
  { keys: ["Ctrl", "S"], does: "Save" },
  { keys: ["Ctrl", "Shift", "S"], does: "Save with a note" },
  { keys: ["Ctrl", "/"], does: "Show these keys" },
];

/** The keys of the editor, where one looks for them. */
export function KeyboardHelp({ open, onOpenChange }: KeyboardHelpProps) {
  return (
    <Popover open={open} onOpenChange={onOpenChange}>
      <Hint text="Keys (Ctrl or ⌘ + /)">
        <PopoverTrigger asChild>
          <Button variant="ghost" size="icon" aria-label="Keyboard">
            <Keyboard aria-hidden />
          </Button>
        </PopoverTrigger>
      </Hint>
      <PopoverContent aria-label="Keyboard" className="flex w-80 flex-col gap-4">
        <KeyList title="On the handle of a widget" lines={ON_A_HANDLE} />
        <KeyList title="Anywhere" lines={ANYWHERE} />
        <p className="text-xs text-ink-3">On a Mac, ⌘ takes the place of Ctrl.</p>
      </PopoverContent>
    </Popover>
  );
}

function KeyList({ title, lines }: { title: string; lines: readonly KeyLine[] }) {
  return (
    <section>
      <h3 className="mb-1.5 text-xs text-ink-3">{title}</h3>
      <dl className="flex flex-col gap-1">
        {lines.map(({ keys, does }) => (
          <div key={does} className="flex items-center gap-3 text-13">
            <dd className="flex-1">{does}</dd>
            <dt className="-order-1 flex w-28 shrink-0 gap-1">
              {keys.map((key) => (
                <Kbd key={key}>{key}</Kbd>
              ))}
            </dt>
          </div>
        ))}
      </dl>
    </section>
  );
}
