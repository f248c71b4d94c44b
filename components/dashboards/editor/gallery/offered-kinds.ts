import { VISUAL_KIND_NAMES, VISUAL_KINDS } from "@/components/figures/visual-kinds";
import type { ContentKind } from "@/lib/charts/content-spec";
import type { VisualKind } from "@/lib/charts/spec";

export type OfferedKind = VisualKind | ContentKind;

type Words = { label: string; hint: string };

const CONTENT_WORDS = {
  text: { label: "Text", hint: "A heading or a paragraph, in Markdown" },
  image: { label: "Picture", hint: "A logo, a plan or a photograph" },
  insight: { label: "Insights", hint: "What changed, and where" },
  prediction: { label: "Prediction", hint: "Where a figure is heading" },
  alerts: { label: "Alerts", hint: "Figures that crossed a limit" },
} as const satisfies Record<ContentKind, Words>;

export const KIND_WORDS: Record<OfferedKind, Words> = { ...VISUAL_KINDS, ...CONTENT_WORDS };

/** In the order in which they are offered. */
export const OFFERED_KINDS: readonly OfferedKind[] = [
  ...VISUAL_KIND_NAMES,
  ...(Object.keys(CONTENT_WORDS) as ContentKind[]),
];

export function isContentKind(kind: OfferedKind): kind is ContentKind {
  return kind in CONTENT_WORDS;
}
