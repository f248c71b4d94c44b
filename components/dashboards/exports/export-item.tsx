import { Download } from "lucide-react";
import { DropdownMenuItem } from "@/components/ui/dropdown-menu";
import type { WidgetDto } from "@/lib/dashboards/schemas";
import type { WidgetScene } from "../screen-types";

/** In the menu of a figure. */
export function ExportItem({ widget, scene }: { widget: WidgetDto; scene: WidgetScene }) {
  const { onExport } = scene;
  if (!onExport || widget.queryId === null) return null;
  return (
    <DropdownMenuItem onSelect={() => onExport({ key: widget.key, title: widget.visual.title })}>
      <Download aria-hidden />
      Export
    </DropdownMenuItem>
  );
}
