import type { CSSProperties } from "react";

/** Mail readers know no variables: the tokens as literal values. */
export const COLORS = {
  paper: "#efece4",
  card: "#ffffff",
  sunken: "#f3f0e8",
  ink: "#1b1a17",
  ink2: "#5d594f",
  ink3: "#77736a",
  rule: "#e5e0d4",
  ruleStrong: "#cfc8b8",
  accent: "#0f4c5c",
  good: "#2f7d4f",
  bad: "#b3432f",
  badSoft: "#f8e7e2",
} as const;

export const SERIF = "Newsreader, Georgia, 'Times New Roman', serif";
export const SANS = "Inter, -apple-system, 'Segoe UI', Roboto, Helvetica, Arial, sans-serif";
export const WIDTH = 600;
/** Room for figures between the paddings. */
export const CONTENT_WIDTH = 532;

/** Outlook ignores these; it shows the wide form. */
export const NARROW_SCREENS = `
@media (max-width: 520px) {
  .card { border: 0 !important; }
  .pad { padding-left: 20px !important; padding-right: 20px !important; }
  .title { font-size: 24px !important; line-height: 30px !important; }
  .figure { font-size: 21px !important; line-height: 27px !important; }
  .cell { padding-left: 2px !important; padding-right: 2px !important; font-size: 11px !important; white-space: normal !important; }
}`;

export const text: CSSProperties = {
  margin: "0 0 12px",
  fontFamily: SANS,
  fontSize: 15,
  lineHeight: "23px",
  color: COLORS.ink2,
};
export const small: CSSProperties = { ...text, fontSize: 12.5, lineHeight: "19px", margin: 0 };
export const figureTitle: CSSProperties = {
  margin: "26px 0 8px",
  fontFamily: SERIF,
  fontSize: 17,
  lineHeight: "22px",
  fontWeight: 600,
  color: COLORS.ink,
};
