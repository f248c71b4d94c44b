"use client";

import { Mail, Users, X } from "lucide-react";
import { useId, useState } from "react";
import { Button } from "@/components/ui/button";
import { Input } from "@/components/ui/input";
import { NativeSelect } from "@/components/ui/native-select";
import type { ListSummary } from "@/lib/distribution/schemas";
import { addressProblem, type RecipientEntry } from "./recipient-rules";

type RecipientRowProps = {
  entry: RecipientEntry;
  list: ListSummary | undefined;
  onChange: (entry: RecipientEntry) => void;
  onRemove: () => void;
};

const KINDS = [
  ["TO", "To"],
  ["CC", "Cc"],
  ["BCC", "Bcc"],
] as const;

/** One address or list. An address that is none can be put right in its place. */
export function RecipientRow({ entry, list, onChange, onRemove }: RecipientRowProps) {
  const called = entry.type === "list" ? (list?.name ?? "a list that was deleted") : entry.email;
  const Icon = entry.type === "list" ? Users : Mail;
  return (
    <li className="flex items-start gap-3 border-b border-rule py-1.5">
      <Icon aria-hidden className="mt-2 size-4 shrink-0 text-ink-3" />
      <div className="min-w-0 flex-1 text-13">
        {entry.type === "list" ? (
          <ListName list={list} />
        ) : addressProblem(entry.email) ? (
          <WrongAddress email={entry.email} onChange={(email) => onChange({ ...entry, email })} />
        ) : (
          <p className="truncate py-1.5">{entry.email}</p>
        )}
      </div>
      <span className="w-20 shrink-0">
        <NativeSelect
          aria-label={`To, Cc or Bcc for ${called}`}
          className="h-8 pr-7 pl-2 text-13"
          value={entry.kind ?? "TO"}
          onChange={({ target }) => {
            const kind = KINDS.find(([value]) => value === target.value)?.[0];
            if (kind) onChange({ ...entry, kind });
          }}
        >
          {KINDS.map(([value, word]) => (
            <option key={value} value={value}>
              {word}
            </option>
          ))}
        </NativeSelect>
      </span>
      <Button variant="ghost" size="icon" aria-label={`Remove ${called}`} onClick={onRemove}>
        <X aria-hidden />
      </Button>
    </li>
  );
}

function ListName({ list }: { list: ListSummary | undefined }) {
  if (!list) return <p className="py-1.5 text-bad">This list was deleted. Remove it.</p>;
  return (
    <p className="truncate py-1.5">
      <span className="font-medium">{list.name}</span>
      <span className="text-ink-2">
        {" "}
        · {list.memberCount} {list.memberCount === 1 ? "person" : "people"}
      </span>
    </p>
  );
}

type WrongAddressProps = { email: string; onChange: (email: string) => void };

/** Holds its own text until one goes on: it would otherwise turn into plain text in the middle of a word. */
function WrongAddress({ email, onChange }: WrongAddressProps) {
  const [text, setText] = useState(email);
  const id = useId();
  return (
    <>
      <Input
        aria-label={`Address to put right: ${email}`}
        aria-invalid
        aria-describedby={id}
        className="h-8 text-13"
        value={text}
        onChange={({ target }) => setText(target.value)}
        onKeyDown={(event) => {
          if (event.key !== "Enter") return;
          event.preventDefault();
          onChange(text.trim());
        }}
        onBlur={() => text.trim() !== email && onChange(text.trim())}
      />
      <p id={id} className="mt-1 text-xs text-bad">
        {addressProblem(email)}
      </p>
    </>
  );
}
