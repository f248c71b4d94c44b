import { Text, View } from "@react-pdf/renderer";
import { changeWords, targetWords } from "@/lib/charts/metric-words";
import type { MetricModel } from "@/lib/charts/types";
import { NO_DATA_TEXT } from "@/lib/render/figures";
import { reading, sans, serif } from "@/lib/render/pdf/fonts";
import { COLORS } from "@/lib/render/pdf/theme";

const PER_ROW = 4;
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
            <Metric key={column} item={item} />
          ))}
        </View>
      ))}
    </>
  );
}

function Metric({ item }: { item: MetricModel }) {
  const { comparison } = item;
  const [change, target] = [changeWords(item), targetWords(item)];
  return (
    <View style={{ flexGrow: 1, flexBasis: 0, paddingRight: 12 }}>
      <Text style={{ fontSize: 8.5, color: COLORS.ink2, marginBottom: 3, ...reading(item.title) }}>
        {item.title}
      </Text>
      <Text
        style={{
          fontFamily: serif(),
          fontWeight: 500,
          fontSize: figureSize(item.text),
          lineHeight: 1.25,
          color: COLORS.ink,
        }}
      >
        {item.text}
      </Text>
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

function Caption({ children }: { children: string }) {
  return <Text style={{ fontSize: 8, color: COLORS.ink2, marginTop: 2, lineHeight: 1.3 }}>{children}</Text>;
}

/** Long figures are set smaller, never broken over two lines. */
function figureSize(text: string): number {
  if (text.length <= 9) return 23;
  return text.length <= 13 ? 18 : 14;
}
