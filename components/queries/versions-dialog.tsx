"use client";

import { Button } from "@/components/ui/button";
import { Dialog, DialogContent, DialogDescription, DialogHeader, DialogTitle } from "@/components/ui/dialog";
import { formatDateTime } from "@/lib/format/dates";
import type { QueryVersionDto } from "@/lib/queries/schemas";

type VersionsDialogProps = {
  open: boolean;
  onClose: () => void;
  place: { zone: string; locale: string };
  /** Newest first. */
  versions: QueryVersionDto[];
  /** Puts the definition into the editor; saving it is another step. */
  onUse: (version: QueryVersionDto) => void;
};

export function VersionsDialog({ open, onClose, place, versions, onUse }: VersionsDialogProps) {
  return (
    <Dialog open={open} onOpenChange={(next) => !next && onClose()}>
      <DialogContent size="lg">
        <DialogHeader>
          <DialogTitle>Versions</DialogTitle>
          <DialogDescription>
            Each saved change of the text, its parameters or units makes one. Using an earlier one puts it
            into the editor and saves nothing.
          </DialogDescription>
        </DialogHeader>
        <ul className="divide-y">
          {versions.map((version) => (
            <li key={version.number} className="py-3">
              <div className="flex items-center gap-3">
                <div className="min-w-0 flex-1">
                  <p className="text-sm font-medium">Version {version.number}</p>
                  {version.changeNote ? <p className="text-13 break-words">{version.changeNote}</p> : null}
                  <p className="text-xs text-ink-2">
                    {version.authorName ? `${version.authorName} · ` : ""}
                    {formatDateTime(version.createdAt, place)}
                  </p>
                </div>
                <Button size="sm" aria-label={`Use version ${version.number}`} onClick={() => onUse(version)}>
                  Use this
                </Button>
              </div>
              <details className="mt-1">
                <summary className="cursor-pointer rounded-sm text-xs text-ink-2">Show the text</summary>
                <pre className="mt-2 max-h-60 overflow-auto rounded-md bg-sunken p-3 font-mono text-xs leading-5">
                  {version.definition.sql}
                </pre>
              </details>
            </li>
          ))}
        </ul>
      </DialogContent>
    </Dialog>
  );
}
