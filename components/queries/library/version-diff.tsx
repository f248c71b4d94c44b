import type { QueryDefinition } from "@/lib/queries/schemas";
import { cn } from "@/lib/utils/cn";
import { definitionText } from "./definition-text";
import { type DiffLine, diffLines } from "./line-diff";

const MARKS = {
  same: { sign: " ", word: "", className: "text-ink-2" },
  added: { sign: "+", word: "added: ", className: "bg-good/10 text-ink" },
  removed: { sign: "−", word: "removed: ", className: "bg-bad/10 text-ink" },
} as const satisfies Record<DiffLine["kind"], { sign: string; word: string; className: string }>;

/** What changed from one definition to another, line by line. */
export function VersionDiff({ before, after }: { before: QueryDefinition; after: QueryDefinition }) {
  const lines = diffLines(definitionText(before), definitionText(after));
  if (lines.every(({ kind }) => kind === "same"))
    return <p className="mt-2 text-13 text-ink-2">The same question.</p>;
  return (
    <div
      tabIndex={0}
      role="group"
      aria-label="Changes"
      className="mt-2 max-h-80 overflow-auto rounded-md bg-sunken py-2 font-mono text-xs leading-5"
    >
      {lines.map(({ kind, text }, index) => (
        // Lines have no identity but their place.
        <p key={index} className={cn("px-3 break-words whitespace-pre-wrap", MARKS[kind].className)}>
          <span aria-hidden className="mr-2 select-none">
            {MARKS[kind].sign}
          </span>
          <span className="sr-only">{MARKS[kind].word}</span>
          {text}
        </p>
      ))}
    </div>
  );
}
