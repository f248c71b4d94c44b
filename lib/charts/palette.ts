/** The colours charts are drawn in. Fixed values for paper, mail and pictures; variables for the screen. */

export type ChartTheme = {
  /** Categorical colours, told apart by colour-blind readers; a series takes `categorical[color % 10]`. */
  categorical: readonly string[];
  /** Surface under the chart: separates slices and stacked bars. */
  surface: string;
  ink: string;
  ink2: string;
  /** Axes and captions. */
  ink3: string;
  /** Grid. */
  rule: string;
  /** The zero line. */
  ruleStrong: string;
  fontFamily: string;
  /** How a value is judged by the range it lies in; always with a word beside it. */
  tones: { bad: string; fair: string; good: string };
  /** Lines also differ by dashes: paper may be printed in black and white. */
  dashedLines: boolean;
};

export type ChartThemeName = "light" | "dark" | "print";

const LIGHT: ChartTheme = {
  categorical: [
    "#1f5c99",
    "#e07b39",
    "#3a9188",
    "#b5485d",
    "#8a6fb0",
    "#c2a83e",
    "#5b7f3b",
    "#7a6a5d",
    "#4fa3d1",
    "#2c3e50",
  ],
  surface: "#ffffff",
  ink: "#1b1a17",
  ink2: "#5d594f",
  ink3: "#6e695d",
  rule: "#e5e0d4",
  ruleStrong: "#cfc8b8",
  fontFamily: "Inter",
  tones: { bad: "#a53a27", fair: "#875307", good: "#276b43" },
  dashedLines: false,
};

const DARK: ChartTheme = {
  categorical: [
    "#6ba6dc",
    "#ee9a61",
    "#64bcb2",
    "#dd7f92",
    "#b39cd6",
    "#dcc665",
    "#93b771",
    "#b09f90",
    "#86c8ec",
    "#a9b8c9",
  ],
  surface: "#1c1b17",
  ink: "#efece4",
  ink2: "#b4aea1",
  ink3: "#9f998c",
  rule: "#302d26",
  ruleStrong: "#454137",
  fontFamily: "Inter",
  tones: { bad: "#e58a76", fair: "#dca94f", good: "#6cc08b" },
  dashedLines: false,
};

/** Ink prints lighter than it shows: captions and hairlines are a step darker on paper. */
const PRINT: ChartTheme = {
  ...LIGHT,
  ink3: "#5d594f",
  rule: "#ddd8cb",
  ruleStrong: "#a9a394",
  dashedLines: true,
};

export const CHART_THEMES = { light: LIGHT, dark: DARK, print: PRINT } as const satisfies Record<
  ChartThemeName,
  ChartTheme
>;

/** Follows the page's theme through its CSS variables; for the screen only. */
export const SCREEN_THEME: ChartTheme = {
  categorical: Array.from({ length: 10 }, (_, index) => `var(--c${index + 1})`),
  surface: "var(--card)",
  ink: "var(--ink)",
  ink2: "var(--ink-2)",
  ink3: "var(--ink-3)",
  rule: "var(--rule)",
  ruleStrong: "var(--rule-strong)",
  fontFamily: "inherit",
  tones: { bad: "var(--bad)", fair: "var(--warn)", good: "var(--good)" },
  dashedLines: false,
};

export function seriesColor(theme: ChartTheme, color: number): string {
  return theme.categorical[color % theme.categorical.length] ?? theme.ink;
}
