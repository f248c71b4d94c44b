import { VISUAL_KIND_NAMES, VISUAL_KINDS } from "@/components/figures/visual-kinds";
import type { ContentKind } from "@/lib/charts/content-spec";
import type { VisualKind } from "@/lib/charts/spec";

/** A picture is not offered for as long as none can be uploaded. */
export type OfferedContent = Exclude<ContentKind, "image">;
export type OfferedKind = VisualKind | OfferedContent;

type Words = { label: string; hint: string };

const CONTENT_WORDS = {
  text: { label: "Text", hint: "A heading or a paragraph, in Markdown" },
  insight: { label: "Insights", hint: "What changed, and where" },
  prediction: { label: "Prediction", hint: "Where a figure is heading" },
  alerts: { label: "Alerts", hint: "Figures that crossed a limit" },
} as const satisfies Record<OfferedContent, Words>;

export const KIND_WORDS: Record<OfferedKind, Words> = { ...VISUAL_KINDS, ...CONTENT_WORDS };

/** In the order in which they are offered. */
export const OFFERED_KINDS: readonly OfferedKind[] = [
  ...VISUAL_KIND_NAMES,
  ...(Object.keys(CONTENT_WORDS) as OfferedContent[]),
];

export function isContentKind(kind: OfferedKind): kind is OfferedContent {
  return kind in CONTENT_WORDS;
}
