"use client";

import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog, DialogContent, DialogDescription, DialogHeader, DialogTitle } from "@/components/ui/dialog";
import { EmptyState } from "@/components/ui/empty-state";
import { toast } from "@/components/ui/toast";
import { formatDateTime } from "@/lib/format/dates";
import { attempt } from "@/components/forms/attempt";
import type { ReportActions } from "./report-actions";
import type { ReportDraft } from "./use-report-draft";

type VersionsDialogProps = {
  open: boolean;
  onClose: () => void;
  slug: string;
  zone: string;
  draft: ReportDraft;
  restore: ReportActions["restore"];
};

export function VersionsDialog({ open, onClose, slug, zone, draft, restore }: VersionsDialogProps) {
  const [busy, setBusy] = useState<number | null>(null);
  const { report, isDirty } = draft;

  async function bringBack(number: number) {
    setBusy(number);
    const result = await attempt(restore({ reportId: report.id, number }));
    setBusy(null);
    if (!result.ok) return void toast.error("Not restored", { description: result.error.message });
    draft.saved(result.data, null);
    toast.success(`The draft is version ${number} again`, { description: "Publish it to send it." });
    onClose();
  }

  return (
    <Dialog open={open} onOpenChange={(next) => !next && onClose()}>
      <DialogContent size="lg">
        <DialogHeader>
          <DialogTitle>Versions</DialogTitle>
          <DialogDescription>
            Each publish makes one. Restoring copies it into the draft and sends nothing.
          </DialogDescription>
        </DialogHeader>
        {report.versions.length === 0 ? (
          <EmptyState
            size="card"
            headingLevel={3}
            title="Nothing published yet"
            description="Publish the draft to make version 1."
          />
        ) : (
          <ul className="divide-y">
            {report.versions.map((version) => (
              <li key={version.number} className="flex items-center gap-3 py-3">
                <div className="min-w-0 flex-1">
                  <p className="text-sm font-medium">Version {version.number}</p>
                  {version.changeNote ? <p className="text-13">{version.changeNote}</p> : null}
                  <p className="text-xs text-ink-2">
                    {version.authorName} · {formatDateTime(version.createdAt, { locale: "en-GB", zone })}
                  </p>
                </div>
                <Button asChild size="sm">
                  <a
                    href={`/api/v1/reports/${report.id}/file?workspace=${encodeURIComponent(slug)}&version=${version.number}`}
                    target="_blank"
                    rel="noreferrer"
                  >
                    Open PDF
                  </a>
                </Button>
                <Button
                  size="sm"
                  disabled={isDirty}
                  title={isDirty ? "Save or discard your changes first" : undefined}
                  loading={busy === version.number}
                  onClick={() => void bringBack(version.number)}
                >
                  Restore
                </Button>
              </li>
            ))}
          </ul>
        )}
      </DialogContent>
    </Dialog>
  );
}
