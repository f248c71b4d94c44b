"use client";

import { ChevronDown } from "lucide-react";
import { Field } from "@/components/figures/field";
import { Button } from "@/components/ui/button";
import { Input } from "@/components/ui/input";
import { Popover, PopoverContent, PopoverTrigger } from "@/components/ui/popover";
import { Hint } from "@/components/ui/tooltip";

export type SaveNote = {
  text: string;
  onChange: (text: string) => void;
  /** Whether the field is shown, which a key opens too. */
  open: boolean;
  onOpenChange: (open: boolean) => void;
};

type SaveWithNoteProps = { note: SaveNote; disabled: boolean; onSave: () => void };

const MAX_NOTE = 500;

/** Saving with a word on what changed, for the history. Saving without one stays one press. */
export function SaveWithNote({ note, disabled, onSave }: SaveWithNoteProps) {
  return (
    <Popover open={note.open && !disabled} onOpenChange={note.onOpenChange}>
      <Hint text="Save with a note (Ctrl or ⌘ + Shift + S)">
        <PopoverTrigger asChild>
          <Button variant="primary" size="icon" aria-label="Save with a note" disabled={disabled}>
            <ChevronDown aria-hidden />
          </Button>
        </PopoverTrigger>
      </Hint>
      <PopoverContent align="end" aria-label="Save with a note" className="w-80">
        <form
          className="flex flex-col gap-3"
          onSubmit={(event) => {
            event.preventDefault();
            note.onOpenChange(false);
            onSave();
          }}
        >
          <Field label="What changed?" hint="Stands beside this version in the history.">
            {(control) => (
              <Input
                {...control}
                maxLength={MAX_NOTE}
                value={note.text}
                onChange={({ target }) => note.onChange(target.value)}
              />
            )}
          </Field>
          <Button type="submit" variant="primary" className="self-end">
            Save with this note
          </Button>
        </form>
      </PopoverContent>
    </Popover>
  );
}
