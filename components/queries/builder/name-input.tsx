"use client";

import { useState } from "react";
import { Input } from "@/components/ui/input";

type NameInputProps = {
  "aria-label": string;
  "aria-describedby"?: string;
  "aria-invalid"?: boolean;
  name: string;
  onRename: (name: string) => void;
};

/** A name, taken over when one leaves the field or presses Enter; nothing is ever without one. */
export function NameInput({ name, onRename, ...control }: NameInputProps) {
  const [draft, setDraft] = useState<string | null>(null);
  function commit() {
    const next = draft?.trim();
    setDraft(null);
    if (next && next !== name) onRename(next);
  }
  return (
    <Input
      {...control}
      autoComplete="off"
      className="h-8 px-2 text-13"
      maxLength={60}
      value={draft ?? name}
      onChange={({ target }) => setDraft(target.value)}
      onBlur={commit}
      onKeyDown={(event) => {
        if (event.key === "Escape" && draft !== null) {
          event.stopPropagation();
          setDraft(null);
        }
        if (event.key !== "Enter") return;
        // It stands inside the query's form, which Enter would send.
        event.preventDefault();
        commit();
      }}
    />
  );
}
