/** A dashboard as a picture: plain data, already formatted. Client-safe. */
import type { PreparedModel } from "@/lib/charts/types";

/** Cells of a grid of twelve columns. */
export type PictureBox = { x: number; y: number; w: number; h: number };

export type PictureContent =
  | { kind: "figure"; model: PreparedModel }
  /** `src` is a data: address of a PNG or a JPEG. */
  | { kind: "image"; src: string; fit: "contain" | "cover" }
  /** Paragraphs of plain words. */
  | { kind: "words"; paragraphs: string[] }
  | { kind: "error"; message: string };

export type PictureWidget = { box: PictureBox; title: string; content: PictureContent };

export type Picture = {
  title: string;
  /** Below the title: period, filters, how fresh. */
  lines: string[];
  /** At the foot of the picture. */
  footer: string;
  /** One grid each, under its heading, which may be empty. */
  sections: { heading: string; widgets: PictureWidget[] }[];
};
