"use client";

import {
  ArrowDown,
  ArrowUp,
  ClipboardCopy,
  Copy,
  type LucideIcon,
  Pencil,
  SquareCheck,
  Trash2,
} from "lucide-react";
import { memo, type RefObject } from "react";
import { FigureMenu } from "@/components/figures/figure-menu";
import { menuTriggerOf } from "@/components/figures/menu-trigger";
import { DropdownMenuItem } from "@/components/ui/dropdown-menu";
import type { WidgetDto } from "@/lib/dashboards/schemas";
import { cn } from "@/lib/utils/cn";
import type { WidgetScene } from "../screen-types";
import { WidgetCard } from "../widget-card";
import type { Destination } from "./destinations";
import { widgetMark } from "./focus-widget";
import { MoveToMenu } from "./move-to-menu";
import type { Commands } from "./use-commands";
import { titleOf } from "./words";
import { WidgetHandle } from "./widget-handle";

export type WidgetCommands = Commands & {
  copy: (keys: readonly string[]) => void;
  /** `opener` gets the focus back. */
  edit: (key: string, opener: HTMLElement | null) => void;
};

type EditorWidgetProps = {
  widget: WidgetDto;
  scene: WidgetScene;
  /** In one column widgets change places by their menu. */
  narrow: boolean;
  isSelected: boolean;
  destinations: readonly Destination[];
  commands: Readonly<RefObject<WidgetCommands>>;
};

/**
 * A widget with the means to move, change, copy and remove it. Rendered again only when it changes itself: with forty
 * of them, one that is moved must not cost the drawing of all.
 */
export const EditorWidget = memo(function EditorWidget(props: EditorWidgetProps) {
  const { widget, scene, narrow, isSelected, commands } = props;
  const { key } = widget;
  return (
    <div {...widgetMark(key)} className={cn("h-full rounded-lg", isSelected && "ring-2 ring-accent")}>
      <WidgetCard
        widget={widget}
        scene={scene}
        editing
        handle={
          narrow ? undefined : (
            <WidgetHandle
              title={titleOf(widget)}
              isSelected={isSelected}
              onMove={(step) => commands.current.move(key, step)}
              onResize={(step) => commands.current.resize(key, step)}
              onSelect={(together) => commands.current[together ? "toggle" : "select"](key)}
              onEdit={() => commands.current.edit(key, null)}
            />
          )
        }
        menu={(menu) => (
          <FigureMenu {...menu}>
            <WidgetMenuItems {...props} />
          </FigureMenu>
        )}
      />
    </div>
  );
});

function WidgetMenuItems({ widget, narrow, isSelected, destinations, commands }: EditorWidgetProps) {
  const { key, section } = widget;
  return (
    <>
      <Item
        label="Edit"
        icon={Pencil}
        onSelect={(event) => commands.current.edit(key, menuTriggerOf(event))}
      />
      <Item
        label={isSelected ? "Deselect" : "Select"}
        icon={SquareCheck}
        onSelect={() => commands.current.toggle(key)}
      />
      <Item label="Duplicate" icon={Copy} onSelect={() => commands.current.duplicate([key])} />
      <Item label="Copy" icon={ClipboardCopy} onSelect={() => commands.current.copy([key])} />
      <MoveToMenu
        destinations={destinations}
        from={section}
        onMove={(to) => commands.current.moveTo([key], to.section, to.label)}
      />
      {narrow ? (
        <>
          <Item label="Move up" icon={ArrowUp} onSelect={() => commands.current.swap(key, -1)} />
          <Item label="Move down" icon={ArrowDown} onSelect={() => commands.current.swap(key, 1)} />
        </>
      ) : null}
      <Item label="Remove" icon={Trash2} destructive onSelect={() => commands.current.remove([key])} />
    </>
  );
}

type ItemProps = {
  label: string;
  icon: LucideIcon;
  destructive?: boolean;
  onSelect: (event: Event) => void;
};

function Item({ label, icon: Icon, destructive, onSelect }: ItemProps) {
  return (
    <DropdownMenuItem onSelect={onSelect} destructive={destructive}>
      <Icon aria-hidden />
      {label}
    </DropdownMenuItem>
  );
}
