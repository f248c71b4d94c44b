/** The colours of marks and shades where there are no CSS variables: paper, workbook, file and mail. */
import type { MarkTone } from "@/lib/charts/types";

/** Ink of a mark, and the tint under a cell that wears it; black on every tint keeps a contrast of 7 to 1. */
export const TONE_COLORS = {
  good: { ink: "#276b43", soft: "#e5f1e8" },
  warn: { ink: "#875307", soft: "#f9efd9" },
  bad: { ink: "#a53a27", soft: "#f8e7e2" },
  note: { ink: "#0f4c5c", soft: "#e3eef0" },
  neutral: { ink: "#5d594f", soft: "#ffffff" },
} as const satisfies Record<MarkTone, { ink: string; soft: string }>;

/** Light tints: the figure in a cell is read, its shade only leads the eye. Blue and orange differ for everybody. */
export const RAMP_COLORS = {
  sequential: ["#eff5fa", "#dbe8f3", "#c2d8ea", "#a8c7e0", "#8db5d6"],
  diverging: ["#eba872", "#f3c9a6", "#f9e6d6", "#f6f4ee", "#dbe8f3", "#b5cfe5", "#8db5d6"],
} as const;

/** Bars, and bars below zero. */
export const BAR_COLORS = { positive: "#a8c7e0", negative: "#f3c9a6" } as const;

export function rampColor(
  ramp: keyof typeof RAMP_COLORS | undefined,
  shade: number | undefined,
): string | null {
  return ramp === undefined || shade === undefined ? null : (RAMP_COLORS[ramp][shade] ?? null);
}
