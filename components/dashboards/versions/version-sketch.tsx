import type { DashboardSettings, WidgetDto } from "@/lib/dashboards/schemas";
import { kindInfo } from "./kind-info";

type VersionSketchProps = {
  content: { settings: DashboardSettings; widgets: readonly WidgetDto[] };
  /** What it is a sketch of. */
  label: string;
};

const COLUMNS = 12;
const CELL = 10;
const GAP = 2;
const MAX_ROWS = 14;
const ICON = 14;

/** Where each figure stands on the first tab, drawn from the document: a picture would have to be kept. */
export function VersionSketch({ content, label }: VersionSketchProps) {
  const boxes = boxesOf(content);
  const rows = Math.min(MAX_ROWS, Math.max(6, ...boxes.map(({ y, h }) => y + h)));
  return (
    <svg
      role="img"
      aria-label={label}
      viewBox={`0 0 ${COLUMNS * CELL} ${rows * CELL}`}
      preserveAspectRatio="xMidYMin slice"
      className="h-20 w-28 shrink-0 rounded-md border border-rule bg-sunken"
    >
      {boxes.map(({ key, x, y, w, h, kind }) => {
        const Icon = kindInfo(kind).icon;
        const [width, height] = [w * CELL - GAP, h * CELL - GAP];
        const size = Math.min(ICON, width - GAP, height - GAP);
        return (
          <g key={key} transform={`translate(${x * CELL + GAP / 2} ${y * CELL + GAP / 2})`}>
            <rect
              width={width}
              height={height}
              rx={1.5}
              className="fill-card stroke-rule-strong"
              strokeWidth={0.5}
            />
            <Icon
              aria-hidden
              x={(width - size) / 2}
              y={(height - size) / 2}
              width={size}
              height={size}
              className="text-ink-3"
            />
          </g>
        );
      })}
    </svg>
  );
}

type Box = { key: string; kind: WidgetDto["visual"]["kind"]; x: number; y: number; w: number; h: number };

/** Sections stand below one another. */
function boxesOf({ settings, widgets }: VersionSketchProps["content"]): Box[] {
  let top = 0;
  return (settings.tabs[0]?.sections ?? []).flatMap(({ key: section }) => {
    const inside = widgets.filter((widget) => widget.section === section);
    const boxes = inside.map(({ key, visual, layout }) => ({
      ...layout,
      key,
      kind: visual.kind,
      y: layout.y + top,
    }));
    top = Math.max(top, ...boxes.map(({ y, h }) => y + h));
    return boxes;
  });
}
