"use client";

import { type FormEvent, useState } from "react";
import { Field } from "@/components/figures/field";
import { Button } from "@/components/ui/button";
import {
  Dialog,
  DialogContent,
  DialogDescription,
  DialogFooter,
  DialogHeader,
  DialogTitle,
} from "@/components/ui/dialog";
import { Textarea } from "@/components/ui/textarea";

type PublishDialogProps = {
  open: boolean;
  onClose: () => void;
  nextVersion: number;
  /** False when it failed: the dialog stays. */
  publish: (changeNote: string) => Promise<boolean>;
};

export function PublishDialog({ open, onClose, nextVersion, publish }: PublishDialogProps) {
  const [note, setNote] = useState("");
  const [pending, setPending] = useState(false);

  async function submit(event: FormEvent) {
    event.preventDefault();
    setPending(true);
    const done = await publish(note);
    setPending(false);
    if (!done) return;
    setNote("");
    onClose();
  }

  return (
    <Dialog open={open} onOpenChange={(next) => !next && !pending && onClose()}>
      <DialogContent>
        <form onSubmit={submit}>
          <DialogHeader>
            <DialogTitle>Publish version {nextVersion}</DialogTitle>
            <DialogDescription>
              Schedules that follow the latest version send it from their next run on.
            </DialogDescription>
          </DialogHeader>
          <Field label="What changed" optional>
            {(control) => (
              <Textarea
                {...control}
                rows={3}
                maxLength={500}
                value={note}
                onChange={({ target }) => setNote(target.value)}
              />
            )}
          </Field>
          <DialogFooter>
            <Button onClick={onClose} disabled={pending}>
              Cancel
            </Button>
            <Button type="submit" variant="primary" loading={pending}>
              Publish version {nextVersion}
            </Button>
          </DialogFooter>
        </form>
      </DialogContent>
    </Dialog>
  );
}
