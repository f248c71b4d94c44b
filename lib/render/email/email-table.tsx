import type { CSSProperties } from "react";
import { BAR_COLORS, rampColor, TONE_COLORS } from "@/lib/charts/cell-colors";
import { ARROW_MARKS, legendSentences, TONE_MARKS } from "@/lib/charts/cell-rules";
import { sparkText } from "@/lib/charts/sparkline";
import type { CellLook, TableCell, TableColumn, TableModel } from "@/lib/charts/types";
import { FigureTitle, Notices } from "@/lib/render/email/email-figures";
import { COLORS, SANS, small } from "@/lib/render/email/email-style";
import { NO_DATA_TEXT } from "@/lib/render/figures";

export function Table({ table }: { table: TableModel }) {
  const isEmpty = table.empty || table.rows.length === 0;
  const cell: CSSProperties = {
    padding: "6px 6px",
    fontFamily: SANS,
    fontSize: 13,
    lineHeight: "18px",
    color: COLORS.ink,
    borderBottom: `1px solid ${COLORS.rule}`,
    verticalAlign: "top",
  };
  const alignOf = (index: number) => table.columns[index]?.align ?? "left";
  const cells = (row: readonly (TableCell | null)[], look: CSSProperties) =>
    table.columns.map((column, index) => (
      <td
        key={column.key}
        className="cell"
        align={alignOf(index)}
        style={{
          ...look,
          textAlign: alignOf(index),
          ...(column.type === "text" ? {} : { whiteSpace: "nowrap" as const }),
          ...tintOf(row[index]?.look, column),
        }}
      >
        <CellContent cell={row[index] ?? null} />
      </td>
    ));
  return (
    <>
      <FigureTitle title={table.title} />
      <table
        role="table"
        width="100%"
        cellPadding={0}
        cellSpacing={0}
        border={0}
        style={{ width: "100%", borderCollapse: "collapse", fontVariantNumeric: "tabular-nums" }}
      >
        <thead>
          <tr>
            {table.columns.map((column, index) => (
              <th
                key={column.key}
                scope="col"
                className="cell"
                align={alignOf(index)}
                style={{
                  ...cell,
                  textAlign: alignOf(index),
                  fontWeight: 600,
                  color: COLORS.ink2,
                  borderBottomColor: COLORS.ruleStrong,
                  verticalAlign: "bottom",
                }}
              >
                {column.name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {isEmpty ? (
            <tr>
              <td colSpan={Math.max(1, table.columns.length)} style={{ ...cell, color: COLORS.ink2 }}>
                {NO_DATA_TEXT}
              </td>
            </tr>
          ) : (
            table.rows.map((row, index) => (
              <tr key={index}>
                {cells(row, table.outline?.[index]?.isGroup ? { ...cell, fontWeight: 600 } : cell)}
              </tr>
            ))
          )}
          {table.totals && !isEmpty ? (
            <tr>{cells(table.totals, { ...cell, fontWeight: 600, borderBottomColor: COLORS.ruleStrong })}</tr>
          ) : null}
        </tbody>
      </table>
      {legendSentences(table.columns).map((text) => (
        <p key={text} style={{ ...small, margin: "4px 0 0" }}>
          {text}
        </p>
      ))}
      <Notices notices={table.notices} />
    </>
  );
}

/** The tint under a cell: of its rule, or of its place on the column's scale. */
function tintOf(look: CellLook | undefined, column: TableColumn): CSSProperties {
  const color = look?.tone ? TONE_COLORS[look.tone].soft : rampColor(column.ramp, look?.shade);
  return color ? { backgroundColor: color } : {};
}

function CellContent({ cell }: { cell: TableCell | null }) {
  if (!cell?.look) return cell?.text ?? "";
  const { spark, arrow, tone, bar, href } = cell.look;
  return (
    <>
      {spark ? (
        <span style={{ color: BAR_INK, letterSpacing: "-0.5px" }}>{`${sparkText(spark)} `}</span>
      ) : null}
      {arrow ? (
        <span style={{ color: TONE_COLORS[arrow.tone].ink }}>{`${ARROW_MARKS[arrow.direction]} `}</span>
      ) : null}
      {tone ? (
        <strong style={{ color: TONE_COLORS[tone].ink, fontWeight: 600 }}>{`${TONE_MARKS[tone]} `}</strong>
      ) : null}
      {/* A mail is read elsewhere: a path of the application leads nowhere there. */}
      {href && !href.startsWith("/") ? (
        <a href={href} style={{ color: COLORS.accent, textDecoration: "underline" }}>
          {cell.text}
        </a>
      ) : (
        cell.text
      )}
      {bar ? <Bar bar={bar} /> : null}
    </>
  );
}

const BAR_INK = "#1f5c99";

/** A thin table of one row: mail readers keep the widths of its cells. */
function Bar({ bar }: { bar: NonNullable<CellLook["bar"]> }) {
  const parts = [
    { width: bar.from, color: undefined },
    { width: bar.to - bar.from, color: bar.negative ? BAR_COLORS.negative : BAR_COLORS.positive },
    { width: 1 - bar.to, color: undefined },
  ].filter(({ width }) => width > 0.001);
  return (
    <table
      role="presentation"
      width="100%"
      cellPadding={0}
      cellSpacing={0}
      style={{ width: "100%", minWidth: 40, marginTop: 2 }}
    >
      <tbody>
        <tr>
          {parts.map(({ width, color }, index) => (
            <td
              key={index}
              width={`${Math.round(width * 100)}%`}
              height={4}
              style={{
                height: 4,
                lineHeight: "4px",
                fontSize: 0,
                ...(color ? { backgroundColor: color } : {}),
              }}
            />
          ))}
        </tr>
      </tbody>
    </table>
  );
}
