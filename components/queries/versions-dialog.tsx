"use client";

import { type ReactNode, useState } from "react";
import { ActionButton } from "@/components/forms/action-button";
import { Button } from "@/components/ui/button";
import { Dialog, DialogContent, DialogDescription, DialogHeader, DialogTitle } from "@/components/ui/dialog";
import { formatDateTime } from "@/lib/format/dates";
import type { QueryDefinition, QueryVersionDto } from "@/lib/queries/schemas";
import { definitionText } from "./library/definition-text";
import { VersionDiff } from "./library/version-diff";

type VersionsDialogProps = {
  open: boolean;
  onClose: () => void;
  place: { zone: string; locale: string };
  /** Newest first. */
  versions: QueryVersionDto[];
  /** What stands in the editor, which versions are compared with. */
  present: QueryDefinition | null;
  /** Puts the definition into the editor; saving it is another step. */
  onUse: (version: QueryVersionDto) => void;
  /** Saves it as the newest version. */
  onRestore: (version: QueryVersionDto) => Promise<void>;
};

export function VersionsDialog(props: VersionsDialogProps) {
  const { open, onClose, place, versions, present, onUse, onRestore } = props;
  return (
    <Dialog open={open} onOpenChange={(next) => !next && onClose()}>
      <DialogContent size="lg">
        <DialogHeader>
          <DialogTitle>Versions</DialogTitle>
          <DialogDescription>
            Each saved change of the question, its parameters or units makes one. Nothing is lost: going back
            makes a new version.
          </DialogDescription>
        </DialogHeader>
        <ul className="divide-y">
          {versions.map((version, index) => (
            <VersionItem
              key={version.number}
              place={place}
              version={version}
              before={versions[index + 1] ?? null}
              present={present}
              isNewest={index === 0}
              onUse={onUse}
              onRestore={onRestore}
            />
          ))}
        </ul>
      </DialogContent>
    </Dialog>
  );
}

type VersionItemProps = Pick<VersionsDialogProps, "place" | "present" | "onUse" | "onRestore"> & {
  version: QueryVersionDto;
  before: QueryVersionDto | null;
  isNewest: boolean;
};

type Shown = "nothing" | "text" | "before" | "present";

function VersionItem({ place, version, before, present, isNewest, onUse, onRestore }: VersionItemProps) {
  const [shown, setShown] = useState<Shown>("nothing");
  const toggle = (next: Shown) => setShown(shown === next ? "nothing" : next);
  return (
    <li className="py-3">
      <div className="flex flex-wrap items-center gap-3">
        <div className="min-w-0 flex-1">
          <p className="text-sm font-medium">
            Version {version.number}
            {isNewest ? <span className="font-normal text-ink-2"> (current)</span> : null}
          </p>
          {version.changeNote ? <p className="text-13 break-words">{version.changeNote}</p> : null}
          <p className="text-xs text-ink-2">
            {version.authorName ? `${version.authorName} · ` : ""}
            {formatDateTime(version.createdAt, place)}
          </p>
        </div>
        <Button
          size="sm"
          aria-label={`Put in the editor: version ${version.number}`}
          onClick={() => onUse(version)}
        >
          Put in the editor
        </Button>
        {isNewest ? null : (
          <ActionButton
            size="sm"
            aria-label={`Restore version ${version.number}`}
            onAct={() => onRestore(version)}
          >
            Restore
          </ActionButton>
        )}
      </div>
      <div className="mt-1 flex flex-wrap gap-x-4 gap-y-1 text-xs text-ink-2">
        <Toggle isOn={shown === "text"} onClick={() => toggle("text")}>
          Show it
        </Toggle>
        {before ? (
          <Toggle isOn={shown === "before"} onClick={() => toggle("before")}>
            Compare with version {before.number}
          </Toggle>
        ) : null}
        {present ? (
          <Toggle isOn={shown === "present"} onClick={() => toggle("present")}>
            Compare with the editor
          </Toggle>
        ) : null}
      </div>
      {shown === "text" ? (
        <pre className="mt-2 max-h-60 overflow-auto rounded-md bg-sunken p-3 font-mono text-xs leading-5">
          {definitionText(version.definition)}
        </pre>
      ) : null}
      {shown === "before" && before ? (
        <VersionDiff before={before.definition} after={version.definition} />
      ) : null}
      {shown === "present" && present ? <VersionDiff before={version.definition} after={present} /> : null}
    </li>
  );
}

function Toggle({ isOn, onClick, children }: { isOn: boolean; onClick: () => void; children: ReactNode }) {
  return (
    <button type="button" aria-expanded={isOn} className="rounded-sm py-1 hover:underline" onClick={onClick}>
      {children}
    </button>
  );
}
