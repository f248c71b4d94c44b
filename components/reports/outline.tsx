"use client";

import { Trash2 } from "lucide-react";
import { reorder } from "@/components/forms/reorder";
import { SortableList } from "@/components/forms/sortable-list";
import { Button } from "@/components/ui/button";
import type { ReportBlock } from "@/lib/reports/schemas";
import { cn } from "@/lib/utils/cn";
import { BLOCK_KINDS, blockTitle } from "./block-kinds";

type OutlineProps = {
  blocks: ReportBlock[];
  selectedId: string | null;
  onSelect: (id: string) => void;
  onMove: (blocks: ReportBlock[]) => void;
  onRemove: (id: string) => void;
};

/** The blocks in order. */
export function Outline({ blocks, selectedId, onSelect, onMove, onRemove }: OutlineProps) {
  return (
    <SortableList
      label="Blocks"
      entries={blocks.map((block) => ({ id: block.id, name: blockTitle(block), kind: block.kind }))}
      onMove={(id, overId) => onMove(reorder(blocks, id, overId))}
      rowClassName={({ id }) => cn("py-0 pr-0", id === selectedId && "border-accent")}
    >
      {({ id, name, kind }) => (
        <OutlineRow
          title={name}
          kind={kind}
          selected={id === selectedId}
          onSelect={() => onSelect(id)}
          onRemove={() => onRemove(id)}
        />
      )}
    </SortableList>
  );
}

type OutlineRowProps = {
  title: string;
  kind: ReportBlock["kind"];
  selected: boolean;
  onSelect: () => void;
  onRemove: () => void;
};

function OutlineRow({ title, kind, selected, onSelect, onRemove }: OutlineRowProps) {
  const { icon: Icon, name } = BLOCK_KINDS[kind];
  return (
    <div className="flex min-w-0 flex-1 items-center">
      <button
        type="button"
        aria-pressed={selected}
        onClick={onSelect}
        className="flex min-w-0 flex-1 items-center gap-2 rounded-md py-1.5 pr-2 text-left text-13"
      >
        <Icon aria-hidden className="size-4 shrink-0 text-ink-3" />
        <span className="sr-only">{name}: </span>
        <span className="truncate">{title}</span>
      </button>
      <Button
        variant="ghost"
        size="icon-sm"
        aria-label={`Remove ${title}`}
        onClick={onRemove}
        className="mr-0.5"
      >
        <Trash2 aria-hidden />
      </Button>
    </div>
  );
}
