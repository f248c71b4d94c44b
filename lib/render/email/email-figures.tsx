import type { CSSProperties } from "react";
import type { MetricModel, Notice, TableCell, TableModel } from "@/lib/charts/types";
import { NO_DATA_TEXT } from "@/lib/render/figures";
import { COLORS, CONTENT_WIDTH, figureTitle, SANS, SERIF, small } from "@/lib/render/email/email-style";
import { reactEmail } from "@/lib/render/email/react-email";
import { changeText, targetText } from "@/lib/render/email/email-words";
import type { EmailChart } from "@/lib/render/email/types";

const PER_ROW = 3;
const TONES = { good: COLORS.good, bad: COLORS.bad, neutral: COLORS.ink2 } as const;

export function Metrics({ items }: { items: readonly MetricModel[] }) {
  const { Column, Row, Section } = reactEmail();
  const rows = Array.from({ length: Math.ceil(items.length / PER_ROW) }, (_, row) =>
    items.slice(row * PER_ROW, (row + 1) * PER_ROW),
  );
  return (
    <Section style={{ borderBottom: `1px solid ${COLORS.rule}`, padding: "6px 0 12px" }}>
      {rows.map((row, index) => (
        <Row key={index}>
          {Array.from({ length: PER_ROW }, (_, column) => (
            <Column
              key={column}
              width="33%"
              style={{ width: "33.33%", verticalAlign: "top", padding: "8px 8px 0 0" }}
            >
              {row[column] ? <Metric item={row[column]} /> : null}
            </Column>
          ))}
        </Row>
      ))}
    </Section>
  );
}

function Metric({ item }: { item: MetricModel }) {
  const { Text } = reactEmail();
  const change = changeText(item);
  const target = targetText(item);
  const figure: CSSProperties = {
    margin: 0,
    fontFamily: SERIF,
    fontSize: 27,
    lineHeight: "34px",
    color: COLORS.ink,
    whiteSpace: "nowrap",
  };
  return (
    <>
      <Text style={{ ...small, margin: 0 }}>{item.title}</Text>
      <Text className="figure" style={figure}>
        {item.text}
      </Text>
      {change ? (
        <Text style={{ ...small, margin: 0 }}>
          <strong style={{ color: TONES[item.comparison?.tone ?? "neutral"], fontWeight: 600 }}>
            {change}
          </strong>{" "}
          {item.comparison?.label}
        </Text>
      ) : null}
      {target ? <Text style={{ ...small, margin: 0 }}>{target}</Text> : null}
      {item.value === null ? <Text style={{ ...small, margin: 0 }}>{NO_DATA_TEXT}</Text> : null}
      <Notices notices={item.notices} />
    </>
  );
}

/** The sentence under the image says what it shows, also to readers who block images. */
export function Chart({
  title,
  chart,
  notices,
}: {
  title: string;
  chart: EmailChart;
  notices: readonly Notice[];
}) {
  const { Img } = reactEmail();
  const height = Math.round((chart.height * CONTENT_WIDTH) / Math.max(1, chart.width));
  return (
    <>
      <FigureTitle title={title} />
      <Img
        src={`cid:${chart.cid}`}
        alt={chart.alt}
        width={CONTENT_WIDTH}
        height={height}
        style={{
          width: "100%",
          maxWidth: CONTENT_WIDTH,
          height: "auto",
          fontFamily: SANS,
          fontSize: 14,
          lineHeight: "21px",
          color: COLORS.ink2,
        }}
      />
      <Notices notices={notices} />
    </>
  );
}

/** A figure told in one sentence: a chart that is not drawn, or a table that is too long. */
export function FigureSentence({
  title,
  sentence,
  notices,
}: {
  title: string;
  sentence: string;
  notices: readonly Notice[];
}) {
  const { Text } = reactEmail();
  return (
    <>
      <FigureTitle title={title} />
      <Text style={{ ...small, fontSize: 14, lineHeight: "21px" }}>{sentence}</Text>
      <Notices notices={notices} />
    </>
  );
}

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
        }}
      >
        {row[index]?.text ?? ""}
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
            table.rows.map((row, index) => <tr key={index}>{cells(row, cell)}</tr>)
          )}
          {table.totals && !isEmpty ? (
            <tr>{cells(table.totals, { ...cell, fontWeight: 600, borderBottomColor: COLORS.ruleStrong })}</tr>
          ) : null}
        </tbody>
      </table>
      <Notices notices={table.notices} />
    </>
  );
}

function FigureTitle({ title }: { title: string }) {
  const { Heading } = reactEmail();
  return title ? (
    <Heading as="h3" style={figureTitle}>
      {title}
    </Heading>
  ) : null;
}

function Notices({ notices }: { notices: readonly Notice[] }) {
  const { Text } = reactEmail();
  return notices.map((notice, index) => (
    <Text key={index} style={{ ...small, margin: "4px 0 0" }}>
      {notice.text}
    </Text>
  ));
}
