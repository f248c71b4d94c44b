"use client";

import { useState } from "react";
import { Input } from "@/components/ui/input";
import type { FilterValue } from "@/lib/queries/builder/schema";

type NumbersBetweenProps = {
  name: string;
  values: readonly (string | number | boolean)[];
  describedBy?: string;
  onChange: (value: FilterValue, typing?: string) => void;
};

/** The least and the greatest number, both included. */
export function NumbersBetween({ name, values, describedBy, onChange }: NumbersBetweenProps) {
  // A pair with only its second number cannot be kept in the query: what is typed waits here for the first.
  const [draft, setDraft] = useState<readonly [string, string] | null>(null);
  const [low, high] = draft ?? [String(values[0] ?? ""), String(values[1] ?? "")];

  function type(next: readonly [string, string]) {
    setDraft(next);
    const given = next.filter((text) => text !== "").map(Number);
    const isUsable = next[0] !== "" && given.every((number) => !Number.isNaN(number));
    onChange({ kind: "literal", values: isUsable ? given : [] }, "value");
  }
  const input = (label: string, text: string, write: (text: string) => void) => (
    <Input
      aria-label={`${label} ${name}`}
      aria-describedby={describedBy}
      aria-invalid={describedBy ? true : undefined}
      type="number"
      step="any"
      className="h-8 px-2 text-13"
      value={text}
      onChange={({ target }) => write(target.value)}
      onBlur={() => low !== "" && high !== "" && setDraft(null)}
    />
  );
  return (
    <div className="flex min-w-0 items-center gap-1.5">
      {input("Least", low, (text) => type([text, high]))}
      <span className="text-xs text-ink-3">and</span>
      {input("Greatest", high, (text) => type([low, text]))}
    </div>
  );
}
