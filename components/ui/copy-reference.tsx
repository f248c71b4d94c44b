"use client";

import { Check, Copy } from "lucide-react";
import { useState } from "react";
import { Button } from "./button";

/** A reference number that is easy to hand on. */
export function CopyReference({ value }: { value: string }) {
  const [copied, setCopied] = useState(false);

  async function copy() {
    await navigator.clipboard.writeText(value);
    setCopied(true);
  }

  return (
    <p className="mt-3 flex flex-wrap items-center justify-center gap-1 text-xs text-ink-3">
      <span>
        Reference <code className="font-mono text-ink-2 select-all">{value}</code>
      </span>
      <Button
        variant="ghost"
        size="icon-sm"
        aria-label={copied ? "Copied" : "Copy the reference"}
        onClick={copy}
      >
        {copied ? <Check aria-hidden /> : <Copy aria-hidden />}
      </Button>
    </p>
  );
}
