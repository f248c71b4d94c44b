/** The geometry of a ring with its list of parts. */
import { LABEL_SIZE } from "@/components/charts/chart-props";
import { type MeasureText, truncateText } from "@/lib/charts/text-width";
import type { PieModel } from "@/lib/charts/types";

const ROW_HEIGHT = 20;
const COLUMN_GAP = 14;
const NAME_OFFSET = 15;
/** Narrower charts put the list under the ring. */
const SIDE_BY_SIDE_WIDTH = 250;
/** Below this a list beside the ring prints shares only, so that names keep room. */
const VALUES_WIDTH = 320;
const MAX_RING = 220;
/** Values that leave names less room than they need, up to this much, are left to the table. */
const MOST_NAME = 90;
const MAX_TOTAL_SIZE = 20;

export type PieRow = { slice: PieModel["slices"][number]; name: string; y: number };

export type PieLayout = {
  ring: {
    cx: number;
    cy: number;
    outer: number;
    inner: number /** Font size of the total in the middle. */;
    totalSize: number;
  };
  rows: PieRow[];
  /** "+3 more" where the list is cut short. */
  more: { text: string; y: number } | null;
  swatchX: number;
  nameX: number;
  /** Right edges of the columns of figures; values are left out where there is no room for them. */
  valueX: number | null;
  shareX: number;
};

export function layoutPie(
  model: PieModel,
  size: { width: number; height: number },
  measure: MeasureText,
): PieLayout {
  const widest = (texts: string[]) =>
    texts.reduce((width, text) => Math.max(width, measure(text, LABEL_SIZE)), 0);
  const valueWidth = widest(model.slices.map((slice) => slice.valueText));
  const shareWidth = widest(model.slices.map((slice) => slice.shareText));
  const beside = size.width >= SIDE_BY_SIDE_WIDTH;
  const ringWidth = Math.min(size.height - 8, size.width * 0.42, MAX_RING);
  const figuresWidth = shareWidth + valueWidth + COLUMN_GAP * 2;
  const listWidth = beside ? size.width - ringWidth - 28 : size.width;
  const nameWidth = Math.min(widest(model.slices.map((slice) => slice.name)), MOST_NAME);
  const fits = listWidth - NAME_OFFSET - figuresWidth >= nameWidth;
  const withValues = fits && (!beside || size.width >= VALUES_WIDTH);
  const listHeight = model.slices.length * ROW_HEIGHT;
  const diameter = beside
    ? ringWidth
    : Math.min(size.width, Math.max(size.height - listHeight - 12, size.height * 0.45), MAX_RING);
  const outer = Math.max(diameter / 2, 10);
  const inner = model.shape === "disc" ? 0 : outer * 0.64;
  const ring = {
    cx: beside ? outer + 4 : size.width / 2,
    cy: beside ? size.height / 2 : outer + 2,
    outer,
    inner,
    totalSize: Math.min(MAX_TOTAL_SIZE, (inner * 1.6) / Math.max(measure(model.totalText, 1), 1)),
  };

  const left = beside ? outer * 2 + (withValues ? 28 : 20) : 0;
  const top = beside ? 0 : outer * 2 + 12;
  const room = size.height - top;
  const fitting = Math.max(Math.floor(room / ROW_HEIGHT), 1);
  const cut = model.slices.length > fitting;
  const shown = cut ? model.slices.slice(0, fitting - 1) : model.slices;
  const lines = shown.length + (cut ? 1 : 0);
  const start = top + (beside ? (room - lines * ROW_HEIGHT) / 2 : 0) + ROW_HEIGHT / 2;
  const middleOf = (line: number) => start + line * ROW_HEIGHT;

  const figures = shareWidth + COLUMN_GAP + (withValues ? valueWidth + COLUMN_GAP : 0);
  const nameRoom = Math.max(size.width - left - NAME_OFFSET - figures, 30);
  const names = shown.map((slice) => truncateText(slice.name, nameRoom, LABEL_SIZE, measure));
  // Figures follow the longest name instead of standing far away from it.
  const shareX = Math.min(
    size.width,
    left + NAME_OFFSET + Math.max(widest(names), withValues ? MOST_NAME : 60) + figures,
  );
  return {
    ring,
    rows: shown.map((slice, line) => ({ slice, name: names[line] ?? "", y: middleOf(line) })),
    more: cut ? { text: `+${model.slices.length - shown.length} more`, y: middleOf(shown.length) } : null,
    swatchX: left,
    nameX: left + NAME_OFFSET,
    valueX: withValues ? shareX - shareWidth - COLUMN_GAP : null,
    shareX,
  };
}
