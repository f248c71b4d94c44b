"use client";

import { Check, Copy } from "lucide-react";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { cn } from "@/lib/utils/cn";

type CopyFieldProps = {
  /** What is copied, e.g. "Address". */
  label: string;
  text: string;
  hint?: string;
  /** Several lines, as written. */
  isCode?: boolean;
};

/** A text to take away, in sight and copied by one press. */
export function CopyField({ label, text, hint, isCode = false }: CopyFieldProps) {
  const [copied, setCopied] = useState(false);

  async function copy() {
    await navigator.clipboard.writeText(text);
    setCopied(true);
  }

  return (
    <div role="group" aria-label={label} className="flex flex-col gap-1.5">
      <div className="flex items-center justify-between gap-2">
        <span className="text-13 font-medium text-ink">{label}</span>
        <Button size="sm" variant="ghost" onClick={() => void copy()}>
          {copied ? <Check aria-hidden /> : <Copy aria-hidden />}
          <span aria-live="polite">{copied ? "Copied" : "Copy"}</span>
          <span className="sr-only"> {label.toLowerCase()}</span>
        </Button>
      </div>
      <pre
        // In reach of the keyboard, because it may scroll.
        tabIndex={0}
        className={cn(
          "max-h-56 overflow-auto rounded-md border border-rule bg-sunken px-3 py-2 font-mono text-xs text-ink select-all",
          isCode ? "whitespace-pre" : "break-all whitespace-pre-wrap",
        )}
      >
        {text}
      </pre>
      {hint ? <p className="text-xs text-ink-3">{hint}</p> : null}
    </div>
  );
}
