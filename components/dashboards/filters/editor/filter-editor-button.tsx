"use client";

import { SlidersHorizontal } from "lucide-react";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import type { Draft } from "../../draft";
import type { WidgetScene } from "../../screen-types";
import { FilterEditorSheet } from "./filter-editor-sheet";

type FilterEditorButtonProps = {
  draft: Draft;
  update: (next: (draft: Draft) => Draft, topic?: string) => void;
  scene: WidgetScene;
};

/** Opens what readers may filter by. */
export function FilterEditorButton(props: FilterEditorButtonProps) {
  const [open, setOpen] = useState(false);
  const { length } = props.draft.filters.fields;
  return (
    <>
      <Button onClick={() => setOpen(true)}>
        <SlidersHorizontal aria-hidden />
        {length === 0 ? "Edit filters" : `Edit filters (${length})`}
      </Button>
      {open ? <FilterEditorSheet {...props} onClose={() => setOpen(false)} /> : null}
    </>
  );
}
