"use client";

import { X } from "lucide-react";
import { useRef } from "react";
import { fieldClasses } from "@/components/ui/field-styles";
import { cn } from "@/lib/utils/cn";
import { ChoiceList } from "./choice-list";
import { type ChoiceBoxState, useChoiceBox } from "./use-choice-box";

type ChoiceBoxProps = ChoiceBoxState & {
  id: string;
  "aria-describedby"?: string;
  "aria-invalid"?: boolean;
  /** Names the list, e.g. "Clinic". */
  label: string;
  isLoading?: boolean;
  placeholder: string;
};

/** One or several values: typed, or searched in a list. */
export function ChoiceBox(props: ChoiceBoxProps) {
  const { id, label, chosen, choices, isMultiple, isLoading = false, onRemove } = props;
  const box = useChoiceBox(props);
  const labelOf = (value: string) => choices?.find((choice) => choice.value === value)?.label ?? value;
  const single = isMultiple ? undefined : chosen[0];
  return (
    <div
      className="relative"
      onBlur={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget)) box.leave();
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
          <Chips label={label} chosen={chosen} labelOf={labelOf} onRemove={onRemove} />
        ) : null}
        <BoxInput {...props} box={box} single={single === undefined ? undefined : labelOf(single)} />
        {single === undefined ? null : (
          <RemoveButton words={`Clear ${label}`} onClick={() => onRemove(single)} />
        )}
      </div>
      {box.isListed ? (
        <ChoiceList
          id={id}
          label={label}
          shown={box.shown}
          found={box.found.length}
          all={choices?.length ?? 0}
          active={box.active}
          chosen={chosen}
          isMultiple={isMultiple}
          isLoading={isLoading}
          onPick={box.pick}
        />
      ) : null}
      <p role="alert" className="mt-1 text-xs text-bad empty:hidden">
        {box.problem}
      </p>
    </div>
  );
}

type BoxInputProps = ChoiceBoxProps & {
  box: ReturnType<typeof useChoiceBox>;
  /** The label of the one value that is chosen. */
  single: string | undefined;
};

function BoxInput({ box, single, ...props }: BoxInputProps) {
  const { id, choices, placeholder } = props;
  const combobox =
    choices === null
      ? {}
      : {
          role: "combobox",
          "aria-expanded": box.isListed,
          "aria-controls": box.isListed ? `${id}-list` : undefined,
          "aria-activedescendant": box.isListed && box.shown[box.active] ? `${id}-${box.active}` : undefined,
          "aria-autocomplete": "list" as const,
        };
  return (
    <input
      {...combobox}
      id={id}
      aria-describedby={props["aria-describedby"]}
      aria-invalid={props["aria-invalid"]}
      autoComplete="off"
      // Closed it holds what is chosen; typing replaces it.
      value={single === undefined || box.isOpen ? box.text : single}
      placeholder={single ?? placeholder}
      onFocus={({ target }) => target.select()}
      onChange={({ target }) => box.search(target.value)}
      onClick={box.open}
      onKeyDown={box.press}
      className="h-6.5 min-w-24 flex-1 bg-transparent px-2 text-sm outline-none placeholder:text-ink-3"
    />
  );
}

type ChipsProps = Pick<ChoiceBoxProps, "label" | "chosen" | "onRemove"> & {
  labelOf: (value: string) => string;
};

function Chips({ label, chosen, labelOf, onRemove }: ChipsProps) {
  const list = useRef<HTMLUListElement>(null);
  return (
    <ul ref={list} aria-label={`${label}, chosen`} className="contents">
      {chosen.map((value) => (
        <li
          key={value}
          className="inline-flex h-6.5 max-w-full items-center rounded-sm bg-sunken pl-2 text-13"
        >
          <span className="truncate">{labelOf(value)}</span>
          <RemoveButton
            words={`Remove ${labelOf(value)}`}
            onClick={() => {
              // The button goes; the keys stay in the box.
              list.current?.parentElement?.querySelector("input")?.focus();
              onRemove(value);
            }}
          />
        </li>
      ))}
    </ul>
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
