"use client";

import { useId, useState } from "react";
import { Input } from "@/components/ui/input";

type Days = { from: string; to: string };
type FixedDaysProps = { name: string; days: Days; describedBy?: string; onChange: (days: Days) => void };

/** First and last day, both included. The query only ever holds days that exist, in their order. */
export function FixedDays({ name, days, describedBy, onChange }: FixedDaysProps) {
  const messageId = useId();
  // What is half typed waits here.
  const [draft, setDraft] = useState<Days | null>(null);
  const shown = draft ?? days;
  const message = draft ? problemOf(draft) : null;
  function type(next: Days) {
    setDraft(next);
    if (!problemOf(next)) onChange(next);
  }
  return (
    <div className="flex min-w-0 flex-col gap-1">
      <div className="flex min-w-0 flex-wrap items-center gap-1.5">
        {(["from", "to"] as const).map((end) => (
          <span key={end} className="min-w-32 flex-1">
            <Input
              type="date"
              aria-label={end === "from" ? `First day for ${name}` : `Last day for ${name}`}
              aria-describedby={message ? messageId : describedBy}
              aria-invalid={message || describedBy ? true : undefined}
              className="h-8 px-2 text-13"
              value={shown[end]}
              onChange={({ target }) => type({ ...shown, [end]: target.value })}
              onBlur={() => !message && setDraft(null)}
            />
          </span>
        ))}
      </div>
      <p id={messageId} role="alert" className="text-xs text-bad empty:hidden">
        {message}
      </p>
    </div>
  );
}

function problemOf({ from, to }: Days): string | null {
  if (from === "" || to === "") return "Choose a first and a last day.";
  return from > to ? "The first day must not be after the last day." : null;
}
