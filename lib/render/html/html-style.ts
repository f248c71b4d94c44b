import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { RAMP_COLORS, TONE_COLORS } from "@/lib/charts/cell-colors";

const { resolve } = createRequire(import.meta.url);

const RULES = `
*{box-sizing:border-box}
:root{--paper:#faf8f3;--card:#fff;--sunken:#f3f0e8;--ink:#1b1a17;--ink-2:#5d594f;--ink-3:#77736a;--rule:#e5e0d4;--rule-strong:#cfc8b8;--accent:#0f4c5c;--good:#2f7d4f;--bad:#b3432f;--bad-soft:#f8e7e2;--serif:"Newsreader Variable",Newsreader,Georgia,serif;--sans:"Inter Variable",Inter,system-ui,sans-serif}
html{-webkit-text-size-adjust:100%}
body{margin:0;background:var(--paper);color:var(--ink);font:14px/1.55 var(--sans)}
main{max-width:820px;margin:32px auto;padding:44px 56px 32px;background:var(--card);border:1px solid var(--rule);border-radius:10px}
h1,h2,h3,h4{font-family:var(--serif);font-weight:500;line-height:1.2;margin:0;text-wrap:balance}
h1{font-size:36px;margin:20px 0 10px}h2{font-size:25px;margin:40px 0 0}h2.minor{font-size:20px;margin-top:32px}h3,h4{font-size:17px;font-weight:600}
header,footer{display:flex;justify-content:space-between;gap:16px;font-size:12px;color:var(--ink-3)}
.facts{margin:0;color:var(--ink-2)}
.masthead{border-bottom:1px solid var(--ink);padding-bottom:18px}
.metrics{display:grid;grid-template-columns:repeat(auto-fit,minmax(150px,1fr));gap:16px 24px;padding:16px 0;border-bottom:1px solid var(--rule);margin:0}
.metric dt{font-size:12.5px;color:var(--ink-2)}.metric dd{margin:0}
.metric .figure{font:500 30px/1.25 var(--serif);white-space:nowrap}
.metric .change{font-size:12.5px;color:var(--ink-2)}.metric .change b{font-weight:600}
.good{color:var(--good)}.bad{color:var(--bad)}
figure{margin:28px 0 0}figure svg{display:block;width:100%;height:auto;margin-top:6px}
figure img{display:block;max-width:100%;height:auto;margin-top:6px}
figure svg text{font-family:var(--sans)}
figcaption{display:block}
.table{overflow-x:auto}
table{width:100%;border-collapse:collapse;font-size:13px;font-variant-numeric:tabular-nums;margin-top:6px}
th{font-weight:600;color:var(--ink-2);text-align:left;border-bottom:1px solid var(--rule-strong);vertical-align:bottom}
th,td{padding:6px 8px}td{border-bottom:1px solid var(--rule);vertical-align:top}
.mark,tr.group td{font-weight:600}figure svg.spark{display:inline-block;width:60px;min-width:0;height:16px;margin:0 6px 0 0;vertical-align:-3px}figure svg.bar{width:100%;min-width:40px;height:4px;margin-top:2px}.table a{color:var(--accent)}
.right{text-align:right}td.right{white-space:nowrap}tfoot td{font-weight:600;border-bottom-color:var(--rule-strong)}
details{margin-top:6px;font-size:12.5px;color:var(--ink-2)}summary{cursor:pointer;padding:3px 0}
.notice,.empty{font-size:12.5px;color:var(--ink-2);margin:6px 0 0}
.empty{padding:22px 0;text-align:center;border:solid var(--rule);border-width:1px 0}
.text{margin-top:20px;max-width:68ch}.text p,.text ul,.text ol,.text pre,.text blockquote{margin:0 0 10px}.text a{color:var(--accent)}
blockquote{padding-left:14px;border-left:2px solid var(--rule-strong)}code,pre{background:var(--sunken);font-size:.92em;padding:1px 4px}pre{padding:10px;overflow-x:auto;white-space:pre-wrap}
.error{margin-top:28px;padding:14px 16px;border:1px solid var(--bad);background:var(--bad-soft);border-radius:6px}.error p{margin:4px 0 0}
footer{margin-top:40px;padding-top:14px;border-top:1px solid var(--rule)}
.page-break{border:0;margin:0}
@media(max-width:640px){main{margin:0;border:0;border-radius:0;padding:24px 18px}h1{font-size:29px}header,footer{flex-wrap:wrap;gap:2px 16px}.drawing{overflow-x:auto}figure svg{min-width:520px}}
@media print{@page{size:A4;margin:18mm 16mm}body{background:#fff}main{margin:0;padding:0;border:0;max-width:none}details{display:none}figure.chart,.metric,.error,tr{break-inside:avoid}h2,h3,h4,figcaption{break-after:avoid}thead{display:table-header-group}tfoot{display:table-row-group}.page-break{break-after:page}}
`;

/** A class for every tint a table cell may have, and for the ink of its marks. */
function cellRules(): string {
  const tones = Object.entries(TONE_COLORS).map(
    ([tone, { ink, soft }]) => `.mark.${tone}{color:${ink}}td.soft-${tone}{background:${soft}}`,
  );
  const shades = Object.entries(RAMP_COLORS).flatMap(([ramp, colors]) =>
    colors.map((color, step) => `td.${ramp}-${step}{background:${color}}`),
  );
  return [...tones, ...shades].join("");
}

/** The characters the embedded files hold; others come from the reader's own fonts. */
const LATIN =
  "U+0000-00FF,U+0131,U+0152-0153,U+02BB-02BC,U+02C6,U+02DA,U+02DC,U+0304,U+0308,U+0329,U+2000-206F,U+20AC,U+2122,U+2191,U+2193,U+2212,U+2215,U+FEFF,U+FFFD";

let made: { css: string; sha256: string } | null = null;

/** The style sheet, fonts included, and its base64 SHA-256 for the content security policy. */
export function documentStyle(): { css: string; sha256: string } {
  if (made) return made;
  const css =
    fontFace("Inter Variable", "100 900", "@fontsource-variable/inter/files/inter-latin-wght-normal.woff2") +
    fontFace(
      "Newsreader Variable",
      "200 800",
      "@fontsource-variable/newsreader/files/newsreader-latin-wght-normal.woff2",
    ) +
    RULES +
    cellRules();
  made = { css, sha256: createHash("sha256").update(css).digest("base64") };
  return made;
}

function fontFace(family: string, weights: string, file: string): string {
  const data = readFileSync(resolve(file)).toString("base64");
  return `@font-face{font-family:"${family}";font-weight:${weights};font-display:swap;src:url(data:font/woff2;base64,${data}) format("woff2");unicode-range:${LATIN}}`;
}
