import { KIND_WORDS, OFFERED_KINDS, type OfferedKind } from "./offered-kinds";

const GROUPS = ["Numbers", "Charts", "Tables", "Words and pictures", "Foresight"] as const;
export type GalleryGroup = (typeof GROUPS)[number];

const GROUP_OF = {
  metric: "Numbers",
  gauge: "Numbers",
  line: "Charts",
  bar: "Charts",
  area: "Charts",
  combo: "Charts",
  pie: "Charts",
  scatter: "Charts",
  funnel: "Charts",
  heatmap: "Charts",
  table: "Tables",
  pivot: "Tables",
  text: "Words and pictures",
  image: "Words and pictures",
  insight: "Foresight",
  prediction: "Foresight",
  alerts: "Foresight",
} as const satisfies Record<OfferedKind, GalleryGroup>;

/** Words that people look for besides the name and the hint. */
const ALSO_CALLED: Partial<Record<OfferedKind, string>> = {
  metric: "kpi metric card figure total target sparkline",
  line: "time series trend course",
  bar: "column histogram compare ranking",
  area: "stacked volume",
  combo: "column axis dual",
  pie: "donut doughnut share part",
  scatter: "bubble correlation points",
  funnel: "conversion stages steps",
  heatmap: "matrix calendar hours",
  gauge: "dial speedometer target progress",
  table: "list rows grid",
  pivot: "crosstab matrix",
  text: "markdown heading note paragraph comment",
  image: "image logo photo photograph upload png jpeg",
  insight: "anomaly change explanation",
  prediction: "forecast future",
  alerts: "limit threshold warning",
};

/** The kinds of each group that a search finds, in the order in which they are offered; groups without any are left out. */
export function searchKinds(search: string): { group: GalleryGroup; kinds: OfferedKind[] }[] {
  const wanted = search.trim().toLowerCase().split(/\s+/);
  const isFound = (kind: OfferedKind) => {
    const { label, hint } = KIND_WORDS[kind];
    const words = [label, hint, GROUP_OF[kind], ALSO_CALLED[kind] ?? ""].join(" ").toLowerCase();
    return wanted.every((word) => words.includes(word));
  };
  return GROUPS.map((group) => ({
    group,
    kinds: OFFERED_KINDS.filter((kind) => GROUP_OF[kind] === group && isFound(kind)),
  })).filter(({ kinds }) => kinds.length > 0);
}
