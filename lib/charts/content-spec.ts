/** What a widget holds that is not drawn from rows: words, a picture, and what the workspace found out by itself. */
import { z } from "zod";
import { title } from "@/lib/charts/spec-parts";

export const TextSpec = z.object({
  kind: z.literal("text"),
  title,
  /** Markdown with variables, e.g. "Revenue in {{period}}". */
  markdown: z.string().max(20_000, "A text has at most 20,000 characters."),
});

export const ImageSpec = z.object({
  kind: z.literal("image"),
  title,
  /** Of a picture uploaded to the workspace. */
  pictureId: z.uuid("Choose a picture."),
  /** Read aloud in place of the picture, and printed where pictures are blocked. */
  alt: z
    .string()
    .trim()
    .min(1, "Say what the picture shows, for people who cannot see it.")
    .max(500, "A description has at most 500 characters."),
  /** `contain` shows it whole, `cover` fills the frame and may cut its edges. */
  fit: z.enum(["contain", "cover"]).default("contain"),
});

export const InsightSpec = z.object({ kind: z.literal("insight"), title });
export const PredictionSpec = z.object({ kind: z.literal("prediction"), title });
export const AlertsSpec = z.object({ kind: z.literal("alerts"), title });

export const ContentSpec = z.discriminatedUnion("kind", [
  TextSpec,
  ImageSpec,
  InsightSpec,
  PredictionSpec,
  AlertsSpec,
]);
export type ContentSpec = z.infer<typeof ContentSpec>;
export type ContentKind = ContentSpec["kind"];
export type TextSpec = z.infer<typeof TextSpec>;
export type ImageSpec = z.infer<typeof ImageSpec>;

/** A first spec of a kind, ready to be filled in. */
export function emptyContent(kind: ContentKind): ContentSpec {
  switch (kind) {
    case "text":
      return { kind, title: "", markdown: "" };
    case "image":
      return { kind, title: "", pictureId: "", alt: "", fit: "contain" };
    default:
      return { kind, title: "" };
  }
}
