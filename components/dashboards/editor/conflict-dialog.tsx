"use client";

import type { RefObject } from "react";
import { errorBodyOf } from "@/components/figures/fetch-json";
import { giveFocusBack } from "@/components/figures/menu-trigger";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import {
  Dialog,
  DialogContent,
  DialogDescription,
  DialogFooter,
  DialogHeader,
  DialogTitle,
} from "@/components/ui/dialog";
import { Skeleton } from "@/components/ui/skeleton";
import type { Draft } from "../draft";
import { ChangeList } from "../versions/change-list";
import { compareContents, type Content } from "../versions/compare-contents";
import { useVersions } from "../versions/use-versions";
import { VersionSketch } from "../versions/version-sketch";

export type ConflictDialogProps = {
  /** Slug. */
  workspace: string;
  dashboardId: string;
  /** The version that was changed. */
  baseVersion: number;
  mine: Draft;
  /** The newer version, and who published it. */
  theirs: { number: number; savedBy: string };
  pending: boolean;
  /** Whether the person may make a copy, without which taking theirs would lose one's own. */
  canCopy: boolean;
  keepMine: (over: number) => void;
  takeTheirs: () => void;
  onClose: () => void;
  opener: RefObject<HTMLElement | null>;
};

/** What both changed since they began from the same version, and which of the two to go on with. */
export function ConflictDialog(props: ConflictDialogProps) {
  const { workspace, dashboardId, baseVersion, theirs, mine, pending, canCopy } = props;
  const { data: versions, error } = useVersions(workspace, dashboardId, theirs.number);
  const contentOf = (number: number) => versions?.find((one) => one.number === number)?.document;
  const [base, newest] = [contentOf(baseVersion), contentOf(theirs.number)];
  return (
    <Dialog open onOpenChange={(open) => !open && props.onClose()}>
      <DialogContent size="lg" onCloseAutoFocus={(event) => giveFocusBack(event, props.opener.current)}>
        <DialogHeader>
          <DialogTitle>Theirs and yours</DialogTitle>
          <DialogDescription>
            {theirs.savedBy} published version {theirs.number} while you were changing version {baseVersion}.
          </DialogDescription>
        </DialogHeader>
        {error ? (
          <Callout tone="bad" title="Not loaded.">
            {errorBodyOf(error).message}
          </Callout>
        ) : newest ? (
          <Comparison base={base} theirs={newest} mine={mine} savedBy={theirs.savedBy} />
        ) : (
          <div aria-busy="true" className="grid gap-4 sm:grid-cols-2">
            <span className="sr-only">Loading</span>
            <Skeleton className="h-40" />
            <Skeleton className="h-40" />
          </div>
        )}
        <p className="mt-5 text-13 text-ink-2">
          Keep yours, and it becomes version {theirs.number + 1}; theirs stays under Versions. Take theirs,
          and yours is kept as a copy for you alone.
        </p>
        <DialogFooter>
          <Button disabled={pending || !canCopy} onClick={props.takeTheirs}>
            Take theirs
          </Button>
          <Button
            variant="primary"
            loading={pending}
            disabled={!newest}
            onClick={() => props.keepMine(theirs.number)}
          >
            Keep mine
          </Button>
        </DialogFooter>
      </DialogContent>
    </Dialog>
  );
}

type ComparisonProps = { base: Content | undefined; theirs: Content; mine: Content; savedBy: string };

/** Each against what both began from; when that is too long ago to be shown, theirs against one's own. */
function Comparison({ base, theirs, mine, savedBy }: ComparisonProps) {
  return (
    <div className="grid gap-x-6 gap-y-5 sm:grid-cols-2">
      <Side title={`What ${savedBy} changed`} before={base} content={theirs} />
      <Side title="What you changed" before={base ?? theirs} content={mine} />
    </div>
  );
}

type SideProps = { title: string; before: Content | undefined; content: Content };

function Side({ title, before, content }: SideProps) {
  return (
    <section aria-label={title} className="flex min-w-0 flex-col gap-2">
      <h3 className="text-13 font-semibold text-ink">{title}</h3>
      <VersionSketch content={content} label={`Layout: ${title.toLowerCase()}`} />
      {before ? (
        <ChangeList label={title} changes={compareContents(before, content)} />
      ) : (
        <p className="text-13 text-ink-2">Too long ago to tell. See under Versions.</p>
      )}
    </section>
  );
}
