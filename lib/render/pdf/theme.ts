/** Paper: the design tokens of the light theme, sizes in points. */
export const COLORS = {
  ink: "#1b1a17",
  ink2: "#5d594f",
  ink3: "#77736a",
  rule: "#e5e0d4",
  ruleStrong: "#cfc8b8",
  sunken: "#f3f0e8",
  accent: "#0f4c5c",
  good: "#2f7d4f",
  bad: "#b3432f",
  badSoft: "#f8e7e2",
} as const;

export const PAGE = {
  width: 595.28,
  height: 841.89,
  marginX: 50,
  marginTop: 62,
  marginBottom: 58,
} as const;

export type Orientation = "portrait" | "landscape";

/** Room between the margins, in points. */
export function contentWidth(orientation: Orientation): number {
  return (orientation === "portrait" ? PAGE.width : PAGE.height) - 2 * PAGE.marginX;
}

/** CSS pixels in a point: charts are drawn in pixels. */
export const PX_PER_PT = 1 / 0.75;
