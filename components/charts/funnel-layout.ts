/** The geometry of a funnel: a bar for each stage, narrowing down, with what goes on between them. */
import type { Box } from "@/components/charts/marks";
import { LABEL_SIZE } from "@/components/charts/chart-props";
import { type MeasureText, truncateText } from "@/lib/charts/text-width";
import type { FunnelModel, FunnelStage } from "@/lib/charts/types";

const COLUMN_GAP = 14;
const FOOT = 22;
const MAX_BAR = 44;
/** Less room between two bars than this prints no conversion. */
const LEGIBLE_GAP = 14;
/** Narrower drawings leave the share of the first stage to the table. */
const SHARES_WIDTH = 360;
/** A stage with something in it is seen. */
const LEAST_BAR = 2;

/** Texts of stages that stand closer than this would touch: only every second or third has them. */
const MIN_BAND = 13;

/** `name` is null where the stage stands too close to its neighbours for texts. */
export type FunnelRow = { stage: FunnelStage; name: string | null; bar: Box; middle: number };

export type FunnelLayout = {
  rows: FunnelRow[];
  /** Between a stage and the next, with the middle of its text. */
  steps: { path: string; text: string | null; x: number; y: number }[];
  valueX: number;
  shareX: number | null;
  overall: { text: string; y: number } | null;
};

export function layoutFunnel(
  model: FunnelModel,
  size: { width: number; height: number },
  measure: MeasureText,
): FunnelLayout {
  const widest = (texts: string[]) =>
    texts.reduce((width, text) => Math.max(width, measure(text, LABEL_SIZE)), 0);
  const { stages } = model;
  const withShares = size.width >= SHARES_WIDTH;
  const valueWidth = widest(stages.map((stage) => stage.valueText));
  const shareWidth = withShares ? widest(stages.map((stage) => stage.shareText)) + COLUMN_GAP : 0;
  const nameRoom = Math.min(widest(stages.map((stage) => stage.name)) + 2, size.width * 0.3);
  const left = nameRoom + COLUMN_GAP;
  const right = Math.max(size.width - valueWidth - shareWidth - COLUMN_GAP, left + 20);
  const bottom = model.overallText && size.height > 110 ? size.height - FOOT : size.height;
  const band = bottom / Math.max(stages.length, 1);
  const thickness = Math.min(band * 0.62, MAX_BAR);
  const largest = stages.reduce((most, stage) => Math.max(most, stage.value ?? 0), 0);
  const step = Math.max(1, Math.ceil(MIN_BAND / band));
  const middleX = (left + right) / 2;
  const rows = stages.map((stage, index): FunnelRow => {
    const middle = band * (index + 0.5);
    const share = largest > 0 ? Math.max(stage.value ?? 0, 0) / largest : 0;
    const width = stage.value ? Math.max(share * (right - left), LEAST_BAR) : 0;
    return {
      stage,
      name: index % step === 0 ? truncateText(stage.name, nameRoom, LABEL_SIZE, measure) : null,
      middle,
      bar: { left: middleX - width / 2, top: middle - thickness / 2, width, height: thickness },
    };
  });
  const gap = band - thickness;
  return {
    rows,
    steps: rows.slice(1).map(({ bar, stage }, index) => {
      const before = rows[index]?.bar ?? bar;
      const top = before.top + before.height;
      return {
        path: `M${before.left},${top}L${before.left + before.width},${top}L${bar.left + bar.width},${bar.top}L${bar.left},${bar.top}Z`,
        text: gap >= LEGIBLE_GAP ? stage.conversionText : null,
        x: middleX,
        y: (top + bar.top) / 2,
      };
    }),
    valueX: withShares ? size.width - shareWidth : size.width,
    shareX: withShares ? size.width : null,
    overall:
      model.overallText && bottom < size.height
        ? {
            text: truncateText(model.overallText, size.width, LABEL_SIZE, measure),
            y: size.height - FOOT / 2,
          }
        : null,
  };
}
