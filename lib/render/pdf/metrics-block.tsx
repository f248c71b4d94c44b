import { Canvas, Text, View } from "@react-pdf/renderer";
import { changeWords, targetWords } from "@/lib/charts/metric-words";
import { CHART_THEMES, seriesColor } from "@/lib/charts/palette";
import { sparklineShape } from "@/lib/charts/sparkline";
import type { MetricModel } from "@/lib/charts/types";
import { NO_DATA_TEXT } from "@/lib/render/figures";
import { reading, sans, serif } from "@/lib/render/pdf/fonts";
import type { Painter } from "@/lib/render/pdf/painter";
import { plainFont } from "@/lib/render/pdf/plain-font";
import { COLORS, contentWidth } from "@/lib/render/pdf/theme";

const PER_ROW = 4;
const GAP = 12;
/** Points. */
const SPARK = { width: 72, height: 20, least: 28 };
const INK = seriesColor(CHART_THEMES.print, 0);
const TONES = { good: COLORS.good, bad: COLORS.bad, neutral: COLORS.ink2 } as const;

/** Label, figure, change: up to four in a row, then a new row. */
export function MetricsBlock({ items }: { items: readonly MetricModel[] }) {
  const rowCount = Math.ceil(items.length / PER_ROW);
  const perRow = Math.ceil(items.length / Math.max(1, rowCount));
  const rows = Array.from({ length: rowCount }, (_, row) => items.slice(row * perRow, (row + 1) * perRow));
  return (
    <>
      {rows.map((row, index) => (
        <View
          key={index}
          wrap={false}
          style={{
            flexDirection: "row",
            paddingTop: 10,
            paddingBottom: 10,
            borderBottomWidth: 0.5,
            borderBottomColor: COLORS.rule,
          }}
        >
          {row.map((item, column) => (
            <Metric key={column} item={item} width={contentWidth("portrait") / row.length - GAP} />
          ))}
        </View>
      ))}
    </>
  );
}

function Metric({ item, width }: { item: MetricModel; width: number }) {
  const { comparison } = item;
  const [change, target] = [changeWords(item), targetWords(item)];
  return (
    <View style={{ flexGrow: 1, flexBasis: 0, paddingRight: GAP }}>
      <Text style={{ fontSize: 8.5, color: COLORS.ink2, marginBottom: 3, ...reading(item.title) }}>
        {item.title}
      </Text>
      <Figure item={item} width={width} />
      {item.empty || item.value === null ? <Caption>{NO_DATA_TEXT}</Caption> : null}
      {change && comparison ? (
        <Text style={{ fontSize: 8.5, color: COLORS.ink2, marginTop: 2 }}>
          <Text style={{ fontFamily: sans(), fontWeight: 600, color: TONES[comparison.tone] }}>{change}</Text>
          {` ${comparison.label}`}
        </Text>
      ) : null}
      {target ? <Caption>{target}</Caption> : null}
      {item.notices.map((notice, index) => (
        <Caption key={index}>{notice.text}</Caption>
      ))}
    </View>
  );
}

/** The number and its course: beside it where there is room, else below. */
function Figure({ item, width }: { item: MetricModel; width: number }) {
  // Inter is the wider of the two fonts: what it has room for, the figure has.
  const widthAt = (size: number) => plainFont(400, "tabular").widthOf(item.text, size);
  const fontSize = Math.min(figureSize(item.text), width / widthAt(1));
  const figure = (
    <Text style={{ fontFamily: serif(), fontWeight: 500, fontSize, lineHeight: 1.25, color: COLORS.ink }}>
      {item.text}
    </Text>
  );
  if (item.sparkline.length < 2) return figure;
  const room = width - widthAt(fontSize) - GAP;
  const isBeside = room >= SPARK.least;
  return (
    <View
      style={isBeside ? { flexDirection: "row", justifyContent: "space-between", alignItems: "center" } : {}}
    >
      {figure}
      <Course values={item.sparkline} width={Math.min(SPARK.width, isBeside ? room : width)} />
    </View>
  );
}

function Course({ values, width }: { values: MetricModel["sparkline"]; width: number }) {
  const { height } = SPARK;
  const paint = (painter: Painter): null => {
    const { line, end } = sparklineShape(values, { width, height, inset: 2 });
    painter.save();
    if (line) painter.path(line).lineWidth(1.1).strokeColor(INK).stroke();
    if (end) painter.circle(end.x, end.y, 1.7).fillColor(INK).fill();
    painter.restore();
    return null;
  };
  return <Canvas style={{ width, height }} paint={paint} />;
}

function Caption({ children }: { children: string }) {
  return <Text style={{ fontSize: 8, color: COLORS.ink2, marginTop: 2, lineHeight: 1.3 }}>{children}</Text>;
}

/** Long figures are set smaller, never broken over two lines. */
function figureSize(text: string): number {
  if (text.length <= 9) return 23;
  return text.length <= 13 ? 18 : 14;
}
