"use client";

import { Check, X } from "lucide-react";
import { type KeyboardEvent, useRef, useState } from "react";
import { fieldClasses } from "@/components/ui/field-styles";
import { cn } from "@/lib/utils/cn";

export type Choice = { value: string; label: string };

type ChoiceBoxProps = {
  id: string;
  "aria-describedby"?: string;
  "aria-invalid"?: boolean;
  /** Names the list, e.g. "Clinic". */
  label: string;
  chosen: readonly string[];
  /** null when there is nothing to choose from: any text is taken. */
  choices: readonly Choice[] | null;
  isMultiple: boolean;
  isLoading?: boolean;
  placeholder: string;
  /** Takes several texts at once, as they are pasted. Returns why it does not. */
  onAdd: (text: string) => string | null;
  onPick: (value: string) => void;
  onRemove: (value: string) => void;
};

/** Rows drawn at once; the rest is found by typing. */
const SHOWN = 100;

/** One or several values: typed, or searched in a list. Keys: arrows, Enter, Escape, Backspace. */
export function ChoiceBox(props: ChoiceBoxProps) {
  const { id, label, chosen, choices, isMultiple, isLoading = false, placeholder, onPick, onRemove } = props;
  const input = useRef<HTMLInputElement>(null);
  const [text, setText] = useState("");
  const [isOpen, setIsOpen] = useState(false);
  const [active, setActive] = useState(0);
  const [problem, setProblem] = useState<string | null>(null);
  const labelOf = (value: string) => choices?.find((choice) => choice.value === value)?.label ?? value;
  const found = (choices ?? []).filter((choice) => matches(choice, text));
  const shown = found.slice(0, SHOWN);
  const isListed = isOpen && choices !== null;
  const single = isMultiple ? undefined : chosen[0];

  function search(next: string) {
    setText(next);
    setActive(0);
    setProblem(null);
    setIsOpen(true);
  }
  function pick(value: string) {
    onPick(value);
    search("");
    setIsOpen(isMultiple);
  }
  function add() {
    if (choices !== null || text.trim() === "") return;
    const refused = props.onAdd(text);
    setProblem(refused);
    if (refused === null) setText("");
  }
  function press(event: KeyboardEvent<HTMLInputElement>) {
    const move = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
    if (move !== 0 && choices !== null) {
      event.preventDefault();
      if (isListed) setActive((active + move + shown.length) % Math.max(1, shown.length));
      setIsOpen(true);
    } else if (event.key === "Enter" && (isListed || choices === null)) {
      // Not the form's: it would be sent half filled.
      event.preventDefault();
      const row = shown[active];
      if (isListed && row) pick(row.value);
      else add();
    } else if (event.key === "," && choices === null && isMultiple) {
      event.preventDefault();
      add();
    } else if (event.key === "Escape" && isListed) {
      event.preventDefault();
      event.stopPropagation();
      setIsOpen(false);
    } else if (event.key === "Backspace" && text === "" && isMultiple) {
      const last = chosen.at(-1);
      if (last !== undefined) onRemove(last);
    }
  }

  return (
    <div
      className="relative"
      onBlur={(event) => {
        if (event.currentTarget.contains(event.relatedTarget)) return;
        setIsOpen(false);
        add();
        if (choices !== null) setText("");
      }}
    >
      <div
        className={cn(
          fieldClasses,
          "flex min-h-9 flex-wrap items-center gap-1 p-1 focus-within:outline-2 focus-within:outline-accent",
          props["aria-invalid"] && "border-bad",
        )}
      >
        {isMultiple && chosen.length > 0 ? (
          <ul aria-label={`${label}, chosen`} className="contents">
            {chosen.map((value) => (
              <Chip
                key={value}
                words={labelOf(value)}
                onRemove={() => {
                  onRemove(value);
                  input.current?.focus();
                }}
              />
            ))}
          </ul>
        ) : null}
        <input
          ref={input}
          id={id}
          role={choices === null ? undefined : "combobox"}
          aria-expanded={choices === null ? undefined : isListed}
          aria-controls={isListed ? `${id}-list` : undefined}
          aria-activedescendant={isListed && shown[active] ? `${id}-${active}` : undefined}
          aria-autocomplete={choices === null ? undefined : "list"}
          aria-describedby={props["aria-describedby"]}
          aria-invalid={props["aria-invalid"]}
          autoComplete="off"
          // Closed it holds what is chosen; typing replaces it.
          value={single === undefined || isOpen ? text : labelOf(single)}
          placeholder={single === undefined ? placeholder : labelOf(single)}
          onFocus={({ target }) => target.select()}
          onChange={({ target }) => search(target.value)}
          onClick={() => setIsOpen(true)}
          onKeyDown={press}
          className="h-6.5 min-w-24 flex-1 bg-transparent px-2 text-sm outline-none placeholder:text-ink-3"
        />
        {single === undefined ? null : (
          <RemoveButton words={`Clear ${label}`} onClick={() => onRemove(single)} />
        )}
      </div>
      {isListed ? (
        <div className="absolute inset-x-0 top-full z-20 mt-1 rounded-lg border border-rule bg-card p-1 shadow-overlay">
          <ul
            id={`${id}-list`}
            role="listbox"
            aria-label={label}
            aria-multiselectable={isMultiple || undefined}
            className="max-h-60 overflow-y-auto"
          >
            {shown.map((choice, index) => (
              <Row
                key={choice.value}
                id={`${id}-${index}`}
                words={choice.label}
                isActive={index === active}
                isChosen={chosen.includes(choice.value)}
                onPick={() => pick(choice.value)}
              />
            ))}
          </ul>
          <p role="status" className="px-2 py-1 text-xs text-ink-3 empty:hidden">
            {listWords(found.length, choices.length, isLoading)}
          </p>
        </div>
      ) : null}
      <p role="alert" className="mt-1 text-xs text-bad empty:hidden">
        {problem}
      </p>
    </div>
  );
}

function Chip({ words, onRemove }: { words: string; onRemove: () => void }) {
  return (
    <li className="inline-flex h-6.5 max-w-full items-center rounded-sm bg-sunken pl-2 text-13">
      <span className="truncate">{words}</span>
      <RemoveButton words={`Remove ${words}`} onClick={onRemove} />
    </li>
  );
}

function RemoveButton({ words, onClick }: { words: string; onClick: () => void }) {
  return (
    <button
      type="button"
      aria-label={words}
      onClick={onClick}
      className="flex size-6.5 shrink-0 items-center justify-center rounded-sm text-ink-3 hover:text-ink"
    >
      <X aria-hidden className="size-3.5" />
    </button>
  );
}

type RowProps = { id: string; words: string; isActive: boolean; isChosen: boolean; onPick: () => void };

function Row({ id, words, isActive, isChosen, onPick }: RowProps) {
  return (
    <li
      id={id}
      role="option"
      aria-selected={isChosen}
      // Outside system: the browser's scrolling; the row the keys are on stays in sight.
      ref={(row) => {
        if (isActive) row?.scrollIntoView?.({ block: "nearest" });
      }}
      // Keeps the cursor in the text.
      onMouseDown={(event) => event.preventDefault()}
      onClick={onPick}
      className={cn(
        "flex min-h-8 cursor-default items-center gap-2 rounded-md px-2 py-1 text-13 hover:bg-sunken",
        isActive && "bg-sunken",
      )}
    >
      <Check aria-hidden className={cn("size-4 shrink-0 text-accent", !isChosen && "invisible")} />
      <span className="min-w-0 break-words">{words === "" ? "an empty text" : words}</span>
    </li>
  );
}

function matches({ value, label }: Choice, text: string): boolean {
  const searched = text.trim().toLowerCase();
  return label.toLowerCase().includes(searched) || value.toLowerCase().includes(searched);
}

function listWords(found: number, all: number, isLoading: boolean): string {
  if (isLoading) return "Reading the values…";
  if (all === 0) return "There is nothing to choose from.";
  if (found === 0) return "Nothing matches.";
  return found > SHOWN ? `The first ${SHOWN} of ${found}. Type to find others.` : "";
}
