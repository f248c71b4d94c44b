"use client";

import { CircleHelp, Download, type LucideIcon, Maximize2, Rows3 } from "lucide-react";
import { FigureMenu, type FigureMenuProps } from "@/components/figures/figure-menu";
import { menuTriggerOf } from "@/components/figures/menu-trigger";
import { DropdownMenuItem } from "@/components/ui/dropdown-menu";
import type { FigureWidget } from "@/lib/dashboards/schemas";
import type { WidgetScene } from "../screen-types";
import type { WidgetDialog } from "./use-widget-dialogs";

type ReadingMenuProps = FigureMenuProps & {
  widget: FigureWidget;
  scene: WidgetScene;
  /** `opener` gets the focus back. */
  onOpen: (dialog: WidgetDialog, opener: HTMLElement | null) => void;
};

/** What a reader can do with one widget. */
export function ReadingMenu({ widget, scene, onOpen, ...menu }: ReadingMenuProps) {
  const { onExport } = scene;
  const item = (dialog: WidgetDialog, Icon: LucideIcon, label: string) => (
    <DropdownMenuItem onSelect={(event) => onOpen(dialog, menuTriggerOf(event))}>
      <Icon aria-hidden />
      {label}
    </DropdownMenuItem>
  );
  return (
    <FigureMenu {...menu}>
      {item({ kind: "full" }, Maximize2, "Full screen")}
      {item({ kind: "rows", steps: [] }, Rows3, "Show the rows")}
      {item({ kind: "explain" }, CircleHelp, "Explain this")}
      {onExport ? (
        <DropdownMenuItem onSelect={() => onExport({ key: widget.key, title: widget.visual.title })}>
          <Download aria-hidden />
          Export
        </DropdownMenuItem>
      ) : null}
    </FigureMenu>
  );
}
