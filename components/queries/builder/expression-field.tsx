"use client";

import { type KeyboardEvent, useId, useRef, useState } from "react";
import { FUNCTIONS } from "@/lib/queries/builder/expression/functions";
import { fieldClasses } from "@/components/ui/field-styles";
import { overlayClasses } from "@/components/ui/menu-styles";
import { cn } from "@/lib/utils/cn";
import { type Completion, completeExpression, type ExpressionColumn } from "./complete-expression";

type ExpressionFieldProps = {
  label: string;
  value: string;
  columns: readonly ExpressionColumn[];
  /** The character, from 1, at which the expression is wrong. */
  problemAt: number | null;
  describedBy: string;
  onChange: (text: string) => void;
};

const TEXT = "px-2.5 py-1.5 font-mono text-13 leading-5 whitespace-pre-wrap break-words";

/** A line of the expression language; what may be meant is offered below while one types. */
export function ExpressionField(props: ExpressionFieldProps) {
  const { label, value, columns, problemAt, describedBy, onChange } = props;
  const field = useRef<HTMLTextAreaElement>(null);
  const listId = useId();
  // The query keeps expressions without the spaces around them; while one types, those count.
  const [draft, setDraft] = useState<string | null>(null);
  const text = draft ?? value;
  const [caret, setCaret] = useState<number | null>(null);
  const [active, setActive] = useState(0);
  const { from, items } =
    caret === null ? { from: 0, items: [] } : completeExpression(text, caret, columns, FUNCTIONS);
  const isOpen = items.length > 0;
  const chosen = Math.min(active, items.length - 1);

  function write(next: string) {
    setDraft(next);
    onChange(next);
  }
  function accept(item: Completion) {
    write(text.slice(0, from) + item.insert + text.slice(caret ?? text.length));
    setCaret(null);
    const at = from + item.insert.length - item.back;
    // The field has the text after this change is drawn; only then can the cursor stand in it.
    requestAnimationFrame(() => {
      field.current?.focus();
      field.current?.setSelectionRange(at, at);
    });
  }
  function onKeyDown(event: KeyboardEvent) {
    const item = items[chosen];
    if (event.key === "Enter" || event.key === "Tab") {
      if (!item) {
        // One line, and inside the query's form: Enter must not send it.
        if (event.key === "Enter") event.preventDefault();
        return;
      }
      event.preventDefault();
      accept(item);
    } else if (item && (event.key === "ArrowDown" || event.key === "ArrowUp")) {
      event.preventDefault();
      setActive((chosen + (event.key === "ArrowDown" ? 1 : items.length - 1)) % items.length);
    } else if (event.key === "Escape" && isOpen) {
      event.stopPropagation();
      setCaret(null);
    }
  }

  return (
    <div className="relative min-w-0">
      <ProblemMark text={text} at={problemAt === null ? null : problemAt + leadingSpaces(text)} />
      <textarea
        ref={field}
        rows={1}
        role="combobox"
        aria-label={label}
        aria-autocomplete="list"
        aria-expanded={isOpen}
        aria-controls={listId}
        aria-activedescendant={isOpen ? `${listId}-${chosen}` : undefined}
        aria-describedby={describedBy}
        aria-invalid={problemAt !== null || undefined}
        spellCheck={false}
        autoComplete="off"
        maxLength={2000}
        placeholder="[amount] * 2"
        className={cn(
          fieldClasses,
          TEXT,
          "relative block field-sizing-content min-h-8 resize-none bg-transparent",
        )}
        value={text}
        onChange={({ target }) => {
          setActive(0);
          setCaret(target.selectionStart);
          write(target.value.replaceAll("\n", " "));
        }}
        onKeyDown={onKeyDown}
        onBlur={() => {
          setCaret(null);
          setDraft(null);
        }}
      />
      <ul
        id={listId}
        role="listbox"
        aria-label="What may be meant"
        hidden={!isOpen}
        className={cn(overlayClasses, "absolute top-full left-0 mt-1 w-80 max-w-full")}
      >
        {items.map((item, index) => (
          <li
            key={item.label}
            id={`${listId}-${index}`}
            role="option"
            aria-selected={index === chosen}
            // Before the field loses the focus, which would close the list.
            onPointerDown={(event) => {
              event.preventDefault();
              accept(item);
            }}
            className="flex min-h-7 cursor-pointer items-center gap-2 rounded-md px-2 py-1 text-13 aria-selected:bg-sunken"
          >
            <span className="min-w-0 flex-1 truncate font-mono text-xs">{item.label}</span>
            <span className="truncate text-xs text-ink-3">{item.note}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}

const leadingSpaces = (text: string): number => text.length - text.trimStart().length;

/** Lies under the field with the same letters, unseen but for the line below the wrong one. */
function ProblemMark({ text, at }: { text: string; at: number | null }) {
  if (at === null) return null;
  const start = Math.min(at - 1, text.length);
  const word = /^(\[[^\]]*\]?|[\w.]+|.)/.exec(text.slice(start))?.[0] ?? " ";
  return (
    <div
      aria-hidden
      className={cn(
        TEXT,
        "pointer-events-none absolute inset-0 overflow-hidden border border-transparent text-transparent",
      )}
    >
      {text.slice(0, start)}
      <span className="underline decoration-bad decoration-wavy decoration-1 underline-offset-4">
        {word === " " ? "\u00a0\u00a0" : word}
      </span>
    </div>
  );
}
