"use client";

import { ArrowDown, ArrowUp, Copy, Pencil, Trash2 } from "lucide-react";
import { menuTriggerOf } from "@/components/figures/menu-trigger";
import { DropdownMenuItem } from "@/components/ui/dropdown-menu";
import { toast } from "@/components/ui/toaster";
import type { WidgetDto } from "@/lib/dashboards/schemas";
import { compacted, describePlace, moveBy, resizeBy, swapBy } from "./grid-moves";
import { placeCopy } from "./new-widget";
import type { WidgetScene } from "./screen-types";
import { WidgetCard } from "./widget-card";
import { WidgetHandle } from "./widget-handle";

type Widgets = readonly WidgetDto[];

type EditorWidgetProps = {
  widget: WidgetDto;
  scene: WidgetScene;
  /** In one column widgets change places by their menu. */
  narrow: boolean;
  /** All of them, as they stand. */
  widgets: Widgets;
  onChange: (widgets: Widgets) => void;
  /** Puts a removed widget back, whatever happened since. */
  onRestore: (widget: WidgetDto) => void;
  /** `opener` gets the focus back. */
  onEdit: (opener: HTMLElement | null) => void;
  /** Tells screen readers what happened. */
  say: (words: string) => void;
};

/** A widget with the means to move, change, copy and remove it. */
export function EditorWidget(props: EditorWidgetProps) {
  const { widget, scene, narrow, widgets, onChange, onRestore, onEdit, say } = props;
  const { key, visual } = widget;

  function arrange(changed: Widgets) {
    onChange(changed);
    const now = changed.find((candidate) => candidate.key === key);
    if (now) say(describePlace(now));
  }

  function remove() {
    onChange(compacted(widgets.filter((candidate) => candidate.key !== key)));
    toast(`Removed “${visual.title || "widget"}”`, {
      action: { label: "Undo", onClick: () => onRestore(widget) },
    });
  }

  const item = (label: string, Icon: typeof Pencil, onSelect: (event: Event) => void) => (
    <DropdownMenuItem onSelect={onSelect} destructive={label === "Remove"}>
      <Icon aria-hidden />
      {label}
    </DropdownMenuItem>
  );

  return (
    <WidgetCard
      widget={widget}
      scene={scene}
      editing
      handle={
        narrow ? undefined : (
          <WidgetHandle
            title={visual.title}
            onMove={(step) => arrange(moveBy(widgets, key, step))}
            onResize={(step) => arrange(resizeBy(widgets, key, step))}
          />
        )
      }
      menuItems={
        <>
          {item("Edit", Pencil, (event) => onEdit(menuTriggerOf(event)))}
          {item("Duplicate", Copy, () => onChange([...widgets, placeCopy(widgets, widget)]))}
          {narrow ? item("Move up", ArrowUp, () => arrange(swapBy(widgets, key, -1))) : null}
          {narrow ? item("Move down", ArrowDown, () => arrange(swapBy(widgets, key, 1))) : null}
          {item("Remove", Trash2, remove)}
        </>
      }
    />
  );
}
