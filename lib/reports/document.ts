/** The prepared report: what every renderer (PDF, XLSX, CSV, HTML, mail) is given. Plain JSON. */
import type { ChartModel, MetricModel, TableModel } from "@/lib/charts/types";

/** How wide a picture is on the page is told in parts of this. */
export const PAGE_COLUMNS = 12;

/** `src` is a data: address of a PNG or a JPEG; sizes in its pixels. */
export type DocumentPicture = { src: string; width: number; height: number };

export type PreparedBlock =
  | { id: string; kind: "heading"; level: 1 | 2; text: string }
  /** Markdown: paragraphs, bold, italic, links, lists. */
  | { id: string; kind: "text"; markdown: string }
  | { id: string; kind: "metrics"; items: MetricModel[] }
  | { id: string; kind: "chart"; model: ChartModel }
  | { id: string; kind: "table"; model: TableModel }
  /** A picture of a dashboard; without one, its description stands in its place. */
  | {
      id: string;
      kind: "picture";
      title: string;
      alt: string;
      picture: DocumentPicture | null;
      /** Of the page's width, as it has it of its dashboard's: 0–1. */
      share: number;
    }
  | { id: string; kind: "page_break" }
  /** A block that could not be prepared. Previews show it; a run with one is held, never sent. */
  | { id: string; kind: "error"; title: string; message: string };

export type PreparedDocument = {
  title: string;
  /** e.g. "1–31 October 2026" */
  subtitle: string;
  workspaceName: string;
  /** Printed in the footer, e.g. "Version 3". */
  versionLabel: string;
  /** ISO 8601, the oldest figure in the document. */
  asOf: string;
  /** e.g. "data as of 20 Nov 2026, 06:00 Berlin" */
  asOfText: string;
  generatedAt: string;
  zone: string;
  locale: string;
  parameters: { label: string; value: string }[];
  blocks: PreparedBlock[];
};
