"use client";

import { lazy, Suspense } from "react";
import { useHydrated } from "@/components/ui/use-hydrated";
import { cn } from "@/lib/utils/cn";
import type { SqlEditorProps } from "./code-editor";

export type { SqlEditorHandle, SqlMark, SqlPart } from "./code-editor";

const CodeEditor = lazy(() => import("./code-editor"));

/** The editor, brought by pages that write SQL alone; until it is there, the text can be read. */
export function SqlEditor(props: SqlEditorProps) {
  const isHydrated = useHydrated();
  const text = (
    <pre className="h-full overflow-auto py-2 pl-14 font-mono text-13 leading-5">{props.value}</pre>
  );
  return (
    <div
      className={cn(
        "h-80 min-h-32 resize-y overflow-hidden rounded-md border border-field bg-card",
        "focus-within:border-accent focus-within:outline-2 focus-within:outline-accent",
        props.mark && "border-bad focus-within:border-bad focus-within:outline-bad",
      )}
    >
      {isHydrated ? (
        <Suspense fallback={text}>
          <CodeEditor {...props} />
        </Suspense>
      ) : (
        text
      )}
    </div>
  );
}
