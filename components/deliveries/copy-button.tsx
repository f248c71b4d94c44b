"use client";

import { Check, Copy } from "lucide-react";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { toast } from "@/components/ui/toast";

type CopyButtonProps = {
  value: string;
  /** What is copied, e.g. "the run’s id". */
  what: string;
};

export function CopyButton({ value, what }: CopyButtonProps) {
  const [copied, setCopied] = useState(false);

  async function copy() {
    try {
      await navigator.clipboard.writeText(value);
      setCopied(true);
    } catch {
      // Refused by the browser, e.g. without https: the person can still read it.
      toast.error("Not copied", { description: value });
    }
  }

  return (
    <Button
      variant="ghost"
      size="icon-sm"
      aria-label={copied ? `Copied ${what}` : `Copy ${what}`}
      className="size-6"
      onClick={copy}
    >
      {copied ? <Check aria-hidden /> : <Copy aria-hidden />}
    </Button>
  );
}
