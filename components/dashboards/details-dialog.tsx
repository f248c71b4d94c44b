"use client";

import { Field } from "@/components/figures/field";
import type { Place } from "@/components/figures/place";
import { Button } from "@/components/ui/button";
import {
  Dialog,
  DialogClose,
  DialogContent,
  DialogDescription,
  DialogFooter,
  DialogHeader,
  DialogTitle,
} from "@/components/ui/dialog";
import { Input } from "@/components/ui/input";
import { Textarea } from "@/components/ui/textarea";
import type { Draft } from "./draft";
import { TagsField } from "./library/tags-field";
import { TypeField } from "./library/type-field";
import { RangeFilter } from "./range-filter";
import type { DraftState } from "./use-draft";

type DetailsDialogProps = {
  state: DraftState;
  now: Date;
  place: Place;
  open: boolean;
  onOpenChange: (open: boolean) => void;
};

/** Name, description, type, tags and first period: part of the draft like everything else. */
export function DetailsDialog({ state, now, place, open, onOpenChange }: DetailsDialogProps) {
  const { draft, update } = state;
  const set = <Key extends keyof Draft>(key: Key, value: Draft[Key]) =>
    update((before) => ({ ...before, [key]: value }), key);

  return (
    <Dialog open={open} onOpenChange={onOpenChange}>
      <DialogContent>
        <DialogHeader>
          <DialogTitle>Details</DialogTitle>
          <DialogDescription>They change when you save the dashboard.</DialogDescription>
        </DialogHeader>
        <div className="flex flex-col gap-5">
          <Field label="Name" message={draft.name.trim() === "" ? "Give it a name." : undefined}>
            {(control) => (
              <Input
                {...control}
                maxLength={120}
                value={draft.name}
                onChange={({ target }) => set("name", target.value)}
              />
            )}
          </Field>
          <Field label="Description" optional>
            {(control) => (
              <Textarea
                {...control}
                rows={3}
                maxLength={2000}
                value={draft.description}
                onChange={({ target }) => set("description", target.value)}
              />
            )}
          </Field>
          <TypeField value={draft.type} onChange={(type) => set("type", type)} />
          <TagsField value={draft.tags} onChange={(tags) => set("tags", tags)} />
          <div>
            <RangeFilter
              label="Opens with"
              value={draft.filters.range}
              onChange={(range) => set("filters", { ...draft.filters, range })}
              now={now}
              place={place}
            />
          </div>
        </div>
        <DialogFooter>
          <DialogClose asChild>
            <Button variant="primary">Done</Button>
          </DialogClose>
        </DialogFooter>
      </DialogContent>
    </Dialog>
  );
}
