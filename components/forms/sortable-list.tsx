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
  SortableContext,
  sortableKeyboardCoordinates,
  useSortable,
  verticalListSortingStrategy,
} from "@dnd-kit/sortable";
import { GripVertical } from "lucide-react";
import { type ReactNode, useId } from "react";
import { cn } from "@/lib/utils/cn";

type Entry = { id: string; name: string };

type SortableListProps<Kind extends Entry> = {
  label: string;
  entries: readonly Kind[];
  onMove: (id: string, overId: string) => void;
  /** How a row differs from others, e.g. when it is selected. */
  rowClassName?: (entry: Kind) => string;
  children: (entry: Kind, index: number) => ReactNode;
};

/** Rows in an order of one's own: dragged by the handle, or moved with space and the arrow keys. */
export function SortableList<Kind extends Entry>({
  label,
  entries,
  onMove,
  rowClassName,
  children,
}: SortableListProps<Kind>) {
  const contextId = useId();
  const sensors = useSensors(
    useSensor(PointerSensor, { activationConstraint: { distance: 4 } }),
    useSensor(KeyboardSensor, { coordinateGetter: sortableKeyboardCoordinates }),
  );

  function dropped({ active, over }: DragEndEvent) {
    if (over && active.id !== over.id) onMove(String(active.id), String(over.id));
  }

  return (
    <DndContext
      id={contextId}
      sensors={sensors}
      collisionDetection={closestCenter}
      onDragEnd={dropped}
      accessibility={{ announcements: announcementsOf(entries) }}
    >
      <SortableContext items={entries.map(({ id }) => id)} strategy={verticalListSortingStrategy}>
        <ol aria-label={label} className="flex flex-col gap-1.5">
          {entries.map((entry, index) => (
            <SortableRow
              key={entry.id}
              entry={entry}
              isAlone={entries.length === 1}
              className={rowClassName?.(entry)}
            >
              {children(entry, index)}
            </SortableRow>
          ))}
        </ol>
      </SortableContext>
    </DndContext>
  );
}

/** What a screen reader is told while a row is moved. */
function announcementsOf(entries: readonly Entry[]): Announcements {
  const nameOf = (id: UniqueIdentifier) => entries.find((entry) => entry.id === id)?.name ?? "The row";
  const placeOf = (id: UniqueIdentifier) =>
    `${entries.findIndex((entry) => entry.id === id) + 1} of ${entries.length}`;
  return {
    onDragStart: ({ active }) => `${nameOf(active.id)} is picked up, at place ${placeOf(active.id)}.`,
    onDragOver: ({ active, over }) => (over ? `${nameOf(active.id)}: place ${placeOf(over.id)}.` : undefined),
    onDragEnd: ({ active, over }) =>
      over ? `${nameOf(active.id)} is put down at place ${placeOf(over.id)}.` : undefined,
    onDragCancel: ({ active }) => `${nameOf(active.id)} stays at place ${placeOf(active.id)}.`,
  };
}

type SortableRowProps = {
  entry: Entry;
  isAlone: boolean;
  className: string | undefined;
  children: ReactNode;
};

function SortableRow({ entry, isAlone, className, children }: SortableRowProps) {
  const { attributes, listeners, setNodeRef, setActivatorNodeRef, transform, transition, isDragging } =
    useSortable({ id: entry.id, disabled: isAlone });
  return (
    <li
      ref={setNodeRef}
      style={{ transform: transform ? `translateY(${transform.y}px)` : undefined, transition }}
      className={cn(
        "flex min-w-0 items-start rounded-md border bg-card py-1 pr-1",
        isAlone && "pl-2.5",
        className,
        isDragging && "relative z-10 shadow-overlay",
      )}
    >
      {isAlone ? null : (
        <button
          type="button"
          ref={setActivatorNodeRef}
          {...attributes}
          {...listeners}
          aria-label={`Move ${entry.name}`}
          className="flex h-8 cursor-grab touch-none items-center rounded-md px-1.5 text-ink-3 hover:text-ink"
        >
          <GripVertical aria-hidden className="size-4" />
        </button>
      )}
      {children}
    </li>
  );
}
