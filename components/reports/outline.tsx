"use client";

import {
  type Announcements,
  closestCenter,
  DndContext,
  type DragEndEvent,
  KeyboardSensor,
  PointerSensor,
  type UniqueIdentifier,
  useSensor,
  useSensors,
} from "@dnd-kit/core";
import {
  arrayMove,
  SortableContext,
  sortableKeyboardCoordinates,
  useSortable,
  verticalListSortingStrategy,
} from "@dnd-kit/sortable";
import { GripVertical, Trash2 } from "lucide-react";
import { useId } from "react";
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

/** The blocks in order. Dragged by the handle, or moved with space and the arrow keys. */
export function Outline({ blocks, selectedId, onSelect, onMove, onRemove }: OutlineProps) {
  const contextId = useId();
  const sensors = useSensors(
    useSensor(PointerSensor, { activationConstraint: { distance: 4 } }),
    useSensor(KeyboardSensor, { coordinateGetter: sortableKeyboardCoordinates }),
  );

  function dropped({ active, over }: DragEndEvent) {
    if (!over || active.id === over.id) return;
    const at = (id: string | number) => blocks.findIndex((block) => block.id === id);
    onMove(arrayMove(blocks, at(active.id), at(over.id)));
  }

  return (
    <DndContext
      id={contextId}
      sensors={sensors}
      collisionDetection={closestCenter}
      onDragEnd={dropped}
      accessibility={{ announcements: announcementsOf(blocks) }}
    >
      <SortableContext items={blocks.map((block) => block.id)} strategy={verticalListSortingStrategy}>
        <ol aria-label="Blocks" className="flex flex-col gap-1">
          {blocks.map((block) => (
            <OutlineRow
              key={block.id}
              block={block}
              selected={block.id === selectedId}
              onSelect={() => onSelect(block.id)}
              onRemove={() => onRemove(block.id)}
            />
          ))}
        </ol>
      </SortableContext>
    </DndContext>
  );
}

/** What a screen reader is told while a block is moved. */
function announcementsOf(blocks: ReportBlock[]): Announcements {
  const titleOf = (id: UniqueIdentifier) => {
    const block = blocks.find((entry) => entry.id === id);
    return block ? blockTitle(block) : "The block";
  };
  const placeOf = (id: UniqueIdentifier) =>
    `${blocks.findIndex((block) => block.id === id) + 1} of ${blocks.length}`;
  return {
    onDragStart: ({ active }) => `${titleOf(active.id)} is picked up, at place ${placeOf(active.id)}.`,
    onDragOver: ({ active, over }) =>
      over ? `${titleOf(active.id)}: place ${placeOf(over.id)}.` : undefined,
    onDragEnd: ({ active, over }) =>
      over ? `${titleOf(active.id)} is put down at place ${placeOf(over.id)}.` : undefined,
    onDragCancel: ({ active }) => `${titleOf(active.id)} stays at place ${placeOf(active.id)}.`,
  };
}

type OutlineRowProps = { block: ReportBlock; selected: boolean; onSelect: () => void; onRemove: () => void };

function OutlineRow({ block, selected, onSelect, onRemove }: OutlineRowProps) {
  const { attributes, listeners, setNodeRef, setActivatorNodeRef, transform, transition, isDragging } =
    useSortable({ id: block.id });
  const { icon: Icon, name } = BLOCK_KINDS[block.kind];
  const title = blockTitle(block);
  return (
    <li
      ref={setNodeRef}
      style={{ transform: transform ? `translateY(${transform.y}px)` : undefined, transition }}
      className={cn(
        "group flex items-center rounded-md border bg-card",
        selected ? "border-accent" : "border-rule",
        isDragging && "relative z-10 shadow-overlay",
      )}
    >
      <button
        type="button"
        ref={setActivatorNodeRef}
        {...attributes}
        {...listeners}
        aria-label={`Move ${title}`}
        className="cursor-grab touch-none rounded-md p-1.5 text-ink-3 hover:text-ink"
      >
        <GripVertical aria-hidden className="size-4" />
      </button>
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
    </li>
  );
}
