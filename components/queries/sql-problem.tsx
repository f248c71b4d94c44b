import { CircleAlert } from "lucide-react";
import { Button } from "@/components/ui/button";
import type { Dialect } from "@/lib/data-sources/schemas";
import { lineAndColumn } from "@/lib/queries/positions";
import { colonParameter } from "./colon-parameter";
import type { Problem } from "./use-question";

type SqlProblemProps = {
  problem: Problem;
  dialect: Dialect;
  /** Puts the cursor at an offset (0-based) of the text. */
  onShow?: (offset: number) => void;
};

/** What is wrong with a query, with the line it is in and a mark under the place. */
export function SqlProblem({ problem, dialect, onShow }: SqlProblemProps) {
  const { sql, error, position } = problem;
  const name = colonParameter(sql, dialect);
  const place = position === null ? null : lineAndColumn(sql, position);
  const excerpt = place && excerptOf(place);
  return (
    <div role="alert" className="rounded-md bg-bad-soft px-3 py-2.5 text-13 text-bad">
      <div className="flex gap-2.5">
        <CircleAlert aria-hidden className="mt-0.5 size-4 shrink-0" />
        <div className="min-w-0 flex-1">
          <p className="font-medium break-words">{error.message}</p>
          {place && excerpt && position !== null ? (
            <>
              <p className="mt-2 flex flex-wrap items-center gap-2">
                Line {place.line}, column {place.column}
                {onShow ? (
                  <Button size="sm" onClick={() => onShow(position - 1)}>
                    Show it
                  </Button>
                ) : null}
              </p>
              <pre className="mt-2 overflow-x-auto rounded-sm bg-card px-3 py-2 font-mono text-xs leading-5 text-ink">
                {excerpt.text}
                {"\n"}
                <span aria-hidden className="text-bad">
                  {underline(excerpt)}
                </span>
              </pre>
            </>
          ) : null}
          {name ? (
            <p className="mt-2">
              A parameter is written <code className="font-mono">{`{{${name.toLowerCase()}}}`}</code> here,
              not <code className="font-mono">:{name}</code>.
            </p>
          ) : null}
          {error.code === "internal" && error.requestId ? (
            <p className="mt-1 text-xs">Reference {error.requestId}</p>
          ) : null}
        </div>
      </div>
    </div>
  );
}

/** Characters that are shown before the place. */
const SHOWN_BEFORE = 40;

type Excerpt = { text: string; column: number };

/** The line, or its part around the place: a mark far to the right would be out of sight. */
function excerptOf({ lineText, column }: { lineText: string; column: number }): Excerpt {
  const cut = column - 1 - SHOWN_BEFORE;
  if (cut < 2) return { text: lineText, column };
  return { text: `…${[...lineText].slice(cut).join("")}`, column: column - cut + 1 };
}

/** Blanks as wide as what stands before the column; tabs stay tabs. */
function underline({ text, column }: Excerpt): string {
  const before = [...text].slice(0, column - 1).map((char) => (char === "\t" ? "\t" : " "));
  return `${before.join("")}^`;
}
