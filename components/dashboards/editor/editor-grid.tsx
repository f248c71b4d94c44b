"use client";

import "react-grid-layout/css/styles.css";
import "./editor-grid.css";
import { type ReactNode, useRef } from "react";
import { GridLayout, type Layout, verticalCompactor } from "react-grid-layout";
import { useElementSize } from "@/components/charts/use-element-size";
import { inReadingOrder } from "@/lib/dashboards/layout";
import { GRID_COLUMNS } from "@/lib/dashboards/layout";
import type { WidgetDto } from "@/lib/dashboards/schemas";
import { heightOf } from "../dashboard-grid";
import { GAP, ROW_HEIGHT } from "../grid-size";
import { toGridItem } from "./grid-moves";
import type { Widgets } from "./sections";

type EditorGridProps = {
  widgets: Widgets;
  onPlaced: (grid: Layout) => void;
  /** `narrow` stands in one column, where nothing is dragged. */
  renderWidget: (widget: WidgetDto, narrow: boolean) => ReactNode;
};

/** The same width at which the view becomes a grid. */
const GRID_FROM_PX = 672;

const GRID = {
  cols: GRID_COLUMNS,
  rowHeight: ROW_HEIGHT,
  margin: [GAP, GAP] as const,
  containerPadding: [0, 0] as const,
};
const DRAG = { handle: ".widget-handle", allowMobileScroll: true };
const RESIZE = { handles: ["se"] as const };

/** The widgets of one section, to be dragged and resized. */
export function EditorGrid({ widgets, onPlaced, renderWidget }: EditorGridProps) {
  const frame = useRef<HTMLDivElement>(null);
  const width = useElementSize(frame)?.width;
  const narrow = width !== undefined && width < GRID_FROM_PX;

  return (
    <div ref={frame} className="editor-grid">
      {width === undefined ? null : narrow ? (
        <div className="flex flex-col" style={{ gap: GAP }}>
          {inReadingOrder(widgets).map((widget) => (
            <div key={widget.key} style={{ height: heightOf(widget) }}>
              {renderWidget(widget, true)}
            </div>
          ))}
        </div>
      ) : (
        <GridLayout
          width={width}
          layout={widgets.map(toGridItem)}
          gridConfig={GRID}
          dragConfig={DRAG}
          resizeConfig={RESIZE}
          compactor={verticalCompactor}
          onDragStop={onPlaced}
          onResizeStop={onPlaced}
        >
          {/* Never reordered: a node that moves in the document loses the focus of whoever moves it by keyboard. */}
          {widgets.map((widget) => (
            <div key={widget.key}>{renderWidget(widget, false)}</div>
          ))}
        </GridLayout>
      )}
    </div>
  );
}
