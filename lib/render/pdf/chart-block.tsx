import { Image, Text, View } from "@react-pdf/renderer";
import type { ChartModel } from "@/lib/charts/types";
import { NO_DATA_TEXT } from "@/lib/render/figures";
import { FigureTitle, Notices } from "@/lib/render/pdf/figure-parts";
import { COLORS, contentWidth, PX_PER_PT } from "@/lib/render/pdf/theme";
import { toPdfSafeSvg } from "@/lib/render/svg/pdf-safe";
import { renderChartSvg } from "@/lib/render/svg/render-chart-svg";

const HEIGHT = 188;
const WEIGHT_NAMES: Record<string, string> = { "500": "medium", "600": "semibold", "700": "semibold" };

/** A chart as vectors: sharp at any size, its words selectable. Never split over two pages. */
export function ChartBlock({ model }: { model: ChartModel }) {
  return (
    <View wrap={false}>
      <FigureTitle title={model.title} />
      {model.empty ? <EmptyFigure /> : <ChartImage model={model} />}
      <Notices notices={model.notices} />
    </View>
  );
}

function ChartImage({ model }: { model: ChartModel }) {
  const width = contentWidth("portrait");
  const svg = renderChartSvg(model, { width: width * PX_PER_PT, height: HEIGHT * PX_PER_PT, theme: "print" });
  // A buffer, not a data URI: only buffers stay out of react-pdf's image cache, which outlives the document.
  const source = Buffer.from(withNamedWeights(toPdfSafeSvg(svg)), "utf8");
  return <Image src={source} style={{ width, height: HEIGHT }} />;
}

/** react-pdf looks faces up by number, but reads an SVG's weight as text: of texts it knows only the names. */
function withNamedWeights(svg: string): string {
  return svg.replace(
    /font-weight="(\d+)"/g,
    (_, weight: string) => `font-weight="${WEIGHT_NAMES[weight] ?? "normal"}"`,
  );
}

function EmptyFigure() {
  return (
    <View
      style={{
        height: 64,
        borderTopWidth: 0.5,
        borderBottomWidth: 0.5,
        borderColor: COLORS.rule,
        justifyContent: "center",
      }}
    >
      <Text style={{ fontSize: 9, color: COLORS.ink2, textAlign: "center" }}>{NO_DATA_TEXT}</Text>
    </View>
  );
}
