import { Canvas, Text, View } from "@react-pdf/renderer";
import type { ChartModel } from "@/lib/charts/types";
import { NO_DATA_TEXT } from "@/lib/render/figures";
import { FigureTitle, Notices } from "@/lib/render/pdf/figure-parts";
import { paintSvg } from "@/lib/render/pdf/paint-svg";
import type { Painter } from "@/lib/render/pdf/painter";
import { COLORS, contentWidth, PX_PER_PT } from "@/lib/render/pdf/theme";
import { parseSvg, type SvgNode } from "@/lib/render/svg/parse-svg";
import { toPdfSafeSvg } from "@/lib/render/svg/pdf-safe";
import { renderChartSvg } from "@/lib/render/svg/render-chart-svg";

const WIDTH = contentWidth("portrait");
const HEIGHT = 188;

/** The chart at its size on paper, in pixels; null when it has no data. */
export function drawChart(model: ChartModel): SvgNode | null {
  if (model.empty) return null;
  const size = { width: WIDTH * PX_PER_PT, height: HEIGHT * PX_PER_PT };
  return parseSvg(toPdfSafeSvg(renderChartSvg(model, { ...size, theme: "print" })));
}

/** A chart as vectors: sharp at any size, its words selectable. Never split over two pages. */
export function ChartBlock({ model, drawing }: { model: ChartModel; drawing: SvgNode | null }) {
  return (
    <View wrap={false}>
      <FigureTitle title={model.title} />
      {drawing ? <Drawing drawing={drawing} /> : <EmptyFigure />}
      <Notices notices={model.notices} />
    </View>
  );
}

function Drawing({ drawing }: { drawing: SvgNode }) {
  const paint = (painter: Painter): null => {
    painter.save().scale(1 / PX_PER_PT);
    paintSvg(painter, drawing);
    painter.restore();
    return null;
  };
  return <Canvas style={{ width: WIDTH, height: HEIGHT }} paint={paint} />;
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
