"use client";

import { useState } from "react";
import { useUnsavedWarning } from "@/components/forms/use-unsaved-warning";
import type { ReportBlock, ReportDocument, ReportDto } from "@/lib/reports/schemas";
import type { RangeChoice } from "@/lib/time/ranges";

type Edited = { name: string; description: string; document: ReportDocument };

/** The report as it is edited: a draft over the server's, dropped once that very draft is saved. */
export function useReportDraft(initial: ReportDto) {
  const [report, setReport] = useState(initial);
  const [edited, setEdited] = useState<Edited | null>(null);
  useUnsavedWarning(edited !== null);
  const current: Edited = edited ?? {
    name: report.name,
    description: report.description,
    document: report.draft,
  };

  const setDocument = (change: Partial<ReportDocument>) =>
    setEdited({ ...current, document: { ...current.document, ...change } });
  const { blocks } = current.document;

  return {
    report,
    current,
    isDirty: edited !== null,
    rename: (name: string) => setEdited({ ...current, name }),
    setRange: (range: RangeChoice) => setDocument({ range }),
    setBlocks: (next: ReportBlock[]) => setDocument({ blocks: next }),
    changeBlock: (block: ReportBlock) =>
      setDocument({ blocks: blocks.map((entry) => (entry.id === block.id ? block : entry)) }),
    /** As `changeBlock`, of the block as it is when this is called, whatever was changed since the screen was drawn. */
    updateBlock: (id: string, change: (block: ReportBlock) => ReportBlock) =>
      setEdited((now) => {
        const base = now ?? current;
        const changed = base.document.blocks.map((entry) => (entry.id === id ? change(entry) : entry));
        return { ...base, document: { ...base.document, blocks: changed } };
      }),
    removeBlock: (id: string) => setDocument({ blocks: blocks.filter((entry) => entry.id !== id) }),
    discard: () => setEdited(null),
    /** Takes over what the server answered; keeps what was typed while it was being saved. */
    saved: (next: ReportDto, sent: Edited | null) => {
      setReport(next);
      setEdited((now) => (now === sent ? null : now));
    },
    edited,
  };
}

export type ReportDraft = ReturnType<typeof useReportDraft>;

/** A new id that no block of the document has. */
export function newBlockId(blocks: readonly ReportBlock[], kind: string): string {
  const taken = new Set(blocks.map((block) => block.id));
  const base = kind.replace("_", "-");
  for (let number = blocks.length + 1; ; number += 1)
    if (!taken.has(`${base}-${number}`)) return `${base}-${number}`;
}
