import { Button } from "@/components/ui/button";
import { formatTime } from "@/lib/format/dates";
import type { Place } from "@/components/figures/place";
import type { KeptDraftState } from "./use-kept-draft";

/** What becomes of changes that are not saved yet. */
export function KeepWords({ kept, place }: { kept: KeptDraftState; place: Place }) {
  const { status } = kept;
  switch (status.kind) {
    case "none":
      return "No changes";
    case "keeping":
      return "Not saved";
    case "kept":
      return `Not saved · draft kept at ${formatTime(status.savedAt, place)}`;
    case "offline":
      return status.isSafe
        ? "Not saved · no connection, kept in this browser"
        : "Not saved · no connection: leave this page open";
    case "refused":
      return `Not saved · the draft is not kept: ${status.message}`;
    case "elsewhere":
      return (
        <span className="inline-flex items-center gap-2">
          {status.message}
          <Button onClick={kept.keepThis}>Keep this one</Button>
        </span>
      );
  }
}
