import type { CSSProperties } from "react";
import { changeWords, targetWords } from "@/lib/charts/metric-words";
import type { MetricModel, Notice } from "@/lib/charts/types";
import { NO_DATA_TEXT } from "@/lib/render/figures";
import { COLORS, CONTENT_WIDTH, figureTitle, SANS, SERIF, small } from "@/lib/render/email/email-style";
import { reactEmail } from "@/lib/render/email/react-email";
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
  const change = changeWords(item);
  const target = targetWords(item);
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

export function FigureTitle({ title }: { title: string }) {
  const { Heading } = reactEmail();
  return title ? (
    <Heading as="h3" style={figureTitle}>
      {title}
    </Heading>
  ) : null;
}

export function Notices({ notices }: { notices: readonly Notice[] }) {
  const { Text } = reactEmail();
  return notices.map((notice, index) => (
    <Text key={index} style={{ ...small, margin: "4px 0 0" }}>
      {notice.text}
    </Text>
  ));
}
