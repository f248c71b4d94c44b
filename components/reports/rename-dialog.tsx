"use client";

import { type FormEvent, useState } from "react";
import { Field } from "@/components/figures/field";
import { Button } from "@/components/ui/button";
import { Dialog, DialogContent, DialogFooter, DialogHeader, DialogTitle } from "@/components/ui/dialog";
import { Input } from "@/components/ui/input";

type RenameDialogProps = {
  open: boolean;
  onClose: () => void;
  name: string;
  onRename: (name: string) => void;
};

/** Changes the name in the draft; it is saved with it. */
export function RenameDialog({ open, onClose, name, onRename }: RenameDialogProps) {
  return (
    <Dialog open={open} onOpenChange={(next) => !next && onClose()}>
      <DialogContent size="sm" aria-describedby={undefined}>
        <DialogHeader>
          <DialogTitle>Rename report</DialogTitle>
        </DialogHeader>
        <RenameForm name={name} onRename={onRename} onClose={onClose} />
      </DialogContent>
    </Dialog>
  );
}

function RenameForm({ name, onRename, onClose }: Omit<RenameDialogProps, "open">) {
  const [value, setValue] = useState(name);
  const isEmpty = value.trim() === "";

  function submit(event: FormEvent) {
    event.preventDefault();
    if (isEmpty) return;
    onRename(value.trim());
    onClose();
  }

  return (
    <form onSubmit={submit}>
      <Field label="Name" message={isEmpty ? "Give it a name." : undefined}>
        {(control) => (
          <Input
            {...control}
            maxLength={120}
            value={value}
            onChange={({ target }) => setValue(target.value)}
          />
        )}
      </Field>
      <DialogFooter>
        <Button onClick={onClose}>Cancel</Button>
        <Button type="submit" variant="primary">
          Rename
        </Button>
      </DialogFooter>
    </form>
  );
}
