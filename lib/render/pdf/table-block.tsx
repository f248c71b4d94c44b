import { Canvas, Text, View } from "@react-pdf/renderer";
import type { TableModel } from "@/lib/charts/types";
import { NO_DATA_TEXT } from "@/lib/render/figures";
import { FigureTitle, Notices } from "@/lib/render/pdf/figure-parts";
import { CELL_PADDING, type LaidRow, type TableLayout } from "@/lib/render/pdf/table-layout";
import { type TabularFont, tabularFont } from "@/lib/render/pdf/tabular-font";
import { COLORS } from "@/lib/render/pdf/theme";

/** The part of pdfkit's drawing surface that a table needs. */
type Painter = {
  font(face: unknown, key: string): Painter;
  fontSize(size: number): Painter;
  fillColor(color: string): Painter;
  text(text: string, x: number, y: number, options: { lineBreak: false; features: string[] }): Painter;
  moveTo(x: number, y: number): Painter;
  lineTo(x: number, y: number): Painter;
  lineWidth(width: number): Painter;
  strokeColor(color: string): Painter;
  stroke(): Painter;
};

type RowLook = {
  font: TabularFont;
  color: string;
  rule: { color: string; width: number };
  isTotal?: boolean;
};

/**
 * A table whose head is repeated on every page. Each row is one canvas: laying out a text node for every cell
 * costs minutes on long tables, a canvas row costs a fraction of a millisecond.
 */
export function TableBlock({ model, layout }: { model: TableModel; layout: TableLayout }) {
  const head: RowLook = {
    font: tabularFont(600),
    color: COLORS.ink2,
    rule: { color: COLORS.ruleStrong, width: 0.9 },
  };
  const body: RowLook = {
    font: tabularFont(400),
    color: COLORS.ink,
    rule: { color: COLORS.rule, width: 0.5 },
  };
  const total: RowLook = { ...head, color: COLORS.ink, rule: { color: COLORS.ruleStrong, width: 0.9 } };
  const isEmpty = model.empty || layout.rows.length === 0;
  return (
    <>
      <FigureTitle title={model.title} />
      <View>
        <TableRow row={layout.head} look={head} layout={layout} model={model} fixed />
        {layout.rows.map((row, index) => (
          <TableRow key={index} row={row} look={body} layout={layout} model={model} />
        ))}
        {layout.totals && !isEmpty ? (
          <TableRow row={layout.totals} look={total} layout={layout} model={model} />
        ) : null}
      </View>
      {isEmpty ? (
        <Text
          style={{ fontSize: 9, color: COLORS.ink2, paddingVertical: 8, paddingHorizontal: CELL_PADDING.x }}
        >
          {NO_DATA_TEXT}
        </Text>
      ) : null}
      <Notices notices={model.notices} />
    </>
  );
}

type TableRowProps = { row: LaidRow; look: RowLook; layout: TableLayout; model: TableModel; fixed?: boolean };

function TableRow({ row, look, layout, model, fixed = false }: TableRowProps) {
  const width = layout.columnWidths.reduce((sum, column) => sum + column, 0);
  const paint = (painter: Painter): null => {
    paintRow(painter, row, look, layout, model);
    painter
      .moveTo(0, row.height)
      .lineTo(width, row.height)
      .lineWidth(look.rule.width)
      .strokeColor(look.rule.color)
      .stroke();
    return null;
  };
  // A head never stands alone at the foot of a page.
  const ahead = fixed ? { fixed: true, minPresenceAhead: 30 } : {};
  return <Canvas style={{ width, height: row.height }} paint={paint} {...ahead} />;
}

function paintRow(
  painter: Painter,
  row: LaidRow,
  look: RowLook,
  layout: TableLayout,
  model: TableModel,
): void {
  painter.font(look.font.face, look.font.key).fontSize(layout.fontSize).fillColor(look.color);
  let left = 0;
  for (const [index, lines] of row.cells.entries()) {
    const width = layout.columnWidths[index] ?? 0;
    for (const [line, text] of lines.entries()) {
      if (!text) continue;
      const x =
        model.columns[index]?.align === "right"
          ? left + width - CELL_PADDING.x - look.font.widthOf(text, layout.fontSize)
          : left + CELL_PADDING.x;
      // `features` keeps pdfkit from caching every cell's layout for the life of the document.
      painter.text(text, x, CELL_PADDING.y + line * layout.lineHeight, { lineBreak: false, features: [] });
    }
    left += width;
  }
}
