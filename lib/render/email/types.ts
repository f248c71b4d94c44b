import type { PreparedDocument } from "@/lib/reports/document";

export type EmailParts = { html: string; text: string };

/** A file too large to attach, or kept out on purpose: reached by an expiring link. */
export type EmailFileLink = {
  label: string;
  url: string;
  bytes: number;
  /** e.g. "until 3 Dec 2026" */
  expiresText: string;
};

/** A chart drawn as an image part of the same mail; `width` and `height` are CSS pixels. */
export type EmailChart = { blockId: string; cid: string; alt: string; width: number; height: number };

export type ReportEmailInput = {
  document: PreparedDocument;
  /** The sender's words above the figures; plain text, blank lines separate paragraphs. */
  message: string;
  /** e.g. "You receive this because you are on the list Clinic managers." */
  recipientReason: string;
  links: { report: string; record?: string; unsubscribe?: string; files: EmailFileLink[] };
  /** Names of the attached files, as the reader sees them. */
  attachedNames: string[];
  charts: EmailChart[];
};

export type NoticeEmailInput = {
  title: string;
  paragraphs: string[];
  action?: { label: string; url: string };
};
