import { Canvas, Link, Text, View } from "@react-pdf/renderer";
import { outsideLink } from "@/lib/charts/cell-link";
import { legendSentences } from "@/lib/charts/cell-rules";
import type { TableCell, TableModel } from "@/lib/charts/types";
import { NO_DATA_TEXT } from "@/lib/render/figures";
import { FigureTitle, Remarks } from "@/lib/render/pdf/figure-parts";
import { paintCourse, paintUnder, inkOf } from "@/lib/render/pdf/paint-cell";
import type { Painter } from "@/lib/render/pdf/painter";
import { type PlainFont, plainFont } from "@/lib/render/pdf/plain-font";
import { CELL_PADDING, type LaidRow, type TableLayout } from "@/lib/render/pdf/table-layout";
import { COLORS } from "@/lib/render/pdf/theme";

/** Height up to which rows stay together on a page: each band is one thing to place, so fewer are quicker. */
const BAND_HEIGHT = 60;
/** A head never stands alone at the foot of a page. */
const KEPT_WITH_HEAD = 30;

type RowLook = { font: PlainFont; color: string; rule: { color: string; width: number }; tint?: string };
type StyledRow = { row: LaidRow; look: RowLook; cells?: readonly TableCell[] };

/**
 * A table whose head is repeated on every page. Rows are drawn on canvases: laying out a text node for every
 * cell costs minutes on long tables, drawing it costs microseconds.
 */
export function TableBlock({ model, layout }: { model: TableModel; layout: TableLayout }) {
  const strong = { font: plainFont(600, "tabular"), rule: { color: COLORS.ruleStrong, width: 0.9 } };
  const head: RowLook = { ...strong, color: COLORS.ink2 };
  const total: RowLook = { ...strong, color: COLORS.ink };
  const body: RowLook = {
    font: plainFont(400, "tabular"),
    color: COLORS.ink,
    rule: { color: COLORS.rule, width: 0.5 },
  };
  const group: RowLook = { ...body, tint: COLORS.sunken };
  const isEmpty = model.empty || layout.rows.length === 0;
  const rows: StyledRow[] = layout.rows.map((row, index) => ({
    row,
    look: model.outline?.[index]?.isGroup ? group : body,
    cells: model.rows[index],
  }));
  if (layout.totals && !isEmpty) rows.push({ row: layout.totals, look: total });
  return (
    <>
      <FigureTitle title={model.title} />
      <View>
        <Band rows={[{ row: layout.head, look: head }]} layout={layout} model={model} isHead />
        {toBands(rows).map((band, index) => (
          <Band key={index} rows={band} layout={layout} model={model} />
        ))}
      </View>
      {isEmpty ? (
        <Text
          style={{ fontSize: 9, color: COLORS.ink2, paddingVertical: 8, paddingHorizontal: CELL_PADDING.x }}
        >
          {NO_DATA_TEXT}
        </Text>
      ) : null}
      <Remarks texts={[...legendSentences(model.columns), ...model.notices.map(({ text }) => text)]} />
    </>
  );
}

/** The last row stays with the one before: a total never stands alone under a repeated head. */
function toBands(rows: readonly StyledRow[]): StyledRow[][] {
  const bands: StyledRow[][] = [];
  let room = 0;
  for (const [index, styled] of rows.entries()) {
    const isLast = index === rows.length - 1;
    room -= styled.row.height;
    const band = bands.at(-1);
    if (band && (room >= 0 || isLast)) band.push(styled);
    else {
      bands.push([styled]);
      room = BAND_HEIGHT - styled.row.height;
    }
  }
  return bands;
}

type BandProps = { rows: readonly StyledRow[]; layout: TableLayout; model: TableModel; isHead?: boolean };

function Band({ rows, layout, model, isHead = false }: BandProps) {
  const width = layout.columnWidths.reduce((sum, column) => sum + column, 0);
  const height = rows.reduce((sum, { row }) => sum + row.height, 0);
  const paint = (painter: Painter): null => {
    let top = 0;
    for (const styled of rows) {
      const { row, look } = styled;
      if (look.tint) painter.rect(0, top, width, row.height).fillColor(look.tint).fill();
      paintRow(painter, top, styled, layout, model);
      top += row.height;
      painter
        .moveTo(0, top)
        .lineTo(width, top)
        .lineWidth(look.rule.width)
        .strokeColor(look.rule.color)
        .stroke();
    }
    return null;
  };
  const repeated = isHead ? { fixed: true, minPresenceAhead: KEPT_WITH_HEAD } : {};
  const links = linkBoxes(rows, layout);
  if (links.length === 0) return <Canvas style={{ width, height }} paint={paint} {...repeated} />;
  return (
    <View style={{ width, height }} wrap={false}>
      <Canvas style={{ width, height }} paint={paint} />
      {links.map(({ href, ...box }, index) => (
        <Link key={index} src={href} style={{ position: "absolute", ...box }}>
          <View style={{ width: box.width, height: box.height }} />
        </Link>
      ))}
    </View>
  );
}

/** Where the linked cells of a band stand in it: what is painted cannot be clicked, so it is covered. */
function linkBoxes(rows: readonly StyledRow[], layout: TableLayout) {
  let top = 0;
  return rows.flatMap(({ row, cells }) => {
    const place = { top, height: row.height };
    top += row.height;
    let left = 0;
    return layout.columnWidths.flatMap((width, index) => {
      const box = { ...place, left, width };
      left += width;
      const href = outsideLink(cells?.[index]?.look?.href);
      return href ? [{ ...box, href }] : [];
    });
  });
}

function paintRow(
  painter: Painter,
  top: number,
  { row, look, cells }: StyledRow,
  layout: TableLayout,
  model: TableModel,
): void {
  let left = 0;
  for (const [index, lines] of row.cells.entries()) {
    const width = layout.columnWidths[index] ?? 0;
    const cellLook = cells?.[index]?.look;
    if (cellLook) {
      const box = { left, top, width, height: row.height };
      paintUnder(painter, box, cellLook, model.columns[index]?.ramp);
      const textWidth = look.font.widthOf(lines[0] ?? "", layout.fontSize);
      paintCourse(painter, box, cellLook, { fontSize: layout.fontSize, textWidth });
    }
    const isLink = outsideLink(cellLook?.href) !== undefined;
    painter.fillColor(isLink ? COLORS.accent : (inkOf(cellLook) ?? look.color));
    for (const [line, text] of lines.entries()) {
      if (!text) continue;
      const x =
        model.columns[index]?.align === "right"
          ? left + width - CELL_PADDING.x - look.font.widthOf(text, layout.fontSize)
          : left + CELL_PADDING.x;
      const y = top + CELL_PADDING.y + line * layout.lineHeight;
      look.font.write(painter, text, { x, y, size: layout.fontSize });
      if (isLink) underline(painter, x, y + layout.fontSize, look.font.widthOf(text, layout.fontSize));
    }
    left += width;
  }
}

function underline(painter: Painter, x: number, y: number, width: number): void {
  painter
    .moveTo(x, y)
    .lineTo(x + width, y)
    .lineWidth(0.5)
    .strokeColor(COLORS.accent)
    .stroke();
}
