"use client";

import { Command } from "cmdk";
import { Check, Plus, Search, X } from "lucide-react";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Popover, PopoverContent, PopoverTrigger } from "@/components/ui/popover";
import { cn } from "@/lib/utils/cn";
import { useBuilder } from "./builder-scope";
import type { ValueFieldProps } from "./filter-value-fields";
import { takesList } from "./filter-words";
import { useColumnValues } from "./use-column-values";

type Value = string | number | boolean;

/** One or several values, written or picked from those the column holds. */
export function ValuesField({ name, filter, type, describedBy, onChange }: ValueFieldProps) {
  const [open, setOpen] = useState(false);
  const [text, setText] = useState("");
  const { loadValues, query } = useBuilder();
  const loaded = useColumnValues(loadValues);
  const isList = takesList(filter.operator);
  const values: readonly Value[] = filter.value?.kind === "literal" ? filter.value.values : [];

  function show(next: boolean) {
    setOpen(next);
    setText("");
    const { field } = filter;
    const table = field.kind === "column" ? query.tables.find(({ id }) => id === field.table) : undefined;
    if (!next) loaded.stop();
    else if (table && field.kind === "column")
      loaded.start({ schema: table.schema, table: table.name, column: field.column, type: field.type });
  }
  function set(next: readonly Value[]) {
    onChange({ kind: "literal", values: [...next] });
  }
  function pick(value: Value) {
    if (!isList) {
      set([value]);
      return show(false);
    }
    setText("");
    set(values.includes(value) ? values.filter((other) => other !== value) : [...values, value]);
  }
  const written = readValue(text, type);

  return (
    <Popover open={open} onOpenChange={show}>
      <div
        className={cn(
          "flex min-h-8 min-w-0 flex-wrap items-center gap-1 rounded-md border border-field bg-card p-0.5",
          describedBy && "border-bad",
        )}
      >
        {isList
          ? values.map((value) => (
              <ValueChip
                key={String(value)}
                value={value}
                onRemove={() => set(values.filter((other) => other !== value))}
              />
            ))
          : null}
        <PopoverTrigger asChild>
          <Button
            variant="ghost"
            size="sm"
            aria-label={triggerLabel(name, isList, values)}
            aria-describedby={describedBy}
            className={cn("min-w-0 px-2 font-normal", isList ? "h-6.5" : "h-6.5 flex-1 justify-start")}
          >
            {isList ? <Plus aria-hidden /> : null}
            <span className={cn("truncate", !isList && values.length > 0 && "text-ink")}>
              {isList ? "Add values" : singleWords(values[0])}
            </span>
          </Button>
        </PopoverTrigger>
      </div>
      <PopoverContent
        aria-label={`Values for ${name}`}
        className="w-80 max-w-[calc(100vw-1rem)] overflow-hidden p-0"
      >
        <Command label={`Values for ${name}`} shouldFilter={false} loop className="flex min-h-0 flex-col">
          <div className="flex items-center gap-2.5 border-b px-3 focus-within:border-accent">
            <Search aria-hidden className="size-4 shrink-0 text-ink-3" />
            <Command.Input
              value={text}
              onValueChange={setText}
              aria-label={`Values for ${name}`}
              placeholder="Search or write a value"
              inputMode={type === "number" ? "decimal" : undefined}
              className="h-10 w-full min-w-0 bg-transparent text-sm outline-none placeholder:text-ink-3"
            />
          </div>
          <Command.List className="max-h-72 overflow-y-auto p-1">
            <ValueOptions text={text} written={written} known={loaded.values} chosen={values} onPick={pick} />
            <p role="status" className="px-2 py-1.5 text-xs text-ink-3 empty:hidden">
              {statusWords(loaded.status, loaded.values.length)}
            </p>
          </Command.List>
        </Command>
      </PopoverContent>
    </Popover>
  );
}

type ValueOptionsProps = {
  text: string;
  written: Value | null;
  known: readonly string[];
  chosen: readonly Value[];
  onPick: (value: Value) => void;
};

function ValueOptions({ text, written, known, chosen, onPick }: ValueOptionsProps) {
  const searched = text.trim().toLowerCase();
  const isNumber = typeof written === "number";
  const found = known.filter((value) => value.toLowerCase().includes(searched));
  const isKnown = known.some((value) => value === text.trim());
  const isChosen = (value: string) => chosen.some((entry) => String(entry) === value);
  const itemClasses =
    "flex min-h-8 cursor-pointer items-center gap-2 rounded-md px-2 py-1 text-13 data-[selected=true]:bg-sunken";
  return (
    <>
      {found.map((value) => (
        <Command.Item
          key={value}
          value={`is ${value}`}
          onSelect={() => onPick(isNumber || typeof chosen[0] === "number" ? Number(value) : value)}
          className={itemClasses}
        >
          <Check aria-hidden className={cn("size-4 shrink-0 text-accent", !isChosen(value) && "invisible")} />
          <span className="min-w-0 break-words">{value === "" ? "an empty text" : value}</span>
          {isChosen(value) ? <span className="sr-only">, chosen</span> : null}
        </Command.Item>
      ))}
      {written !== null && !isKnown ? (
        <Command.Item value="written" onSelect={() => onPick(written)} className={itemClasses}>
          <Plus aria-hidden className="size-4 shrink-0 text-ink-3" />
          <span className="min-w-0 break-words">Use “{String(written)}”</span>
        </Command.Item>
      ) : null}
    </>
  );
}

function ValueChip({ value, onRemove }: { value: Value; onRemove: () => void }) {
  const words = value === "" ? "an empty text" : String(value);
  return (
    <span className="inline-flex h-6.5 max-w-full items-center rounded-sm bg-sunken pl-2 text-13">
      <span className="truncate">{words}</span>
      <button
        type="button"
        aria-label={`Remove ${words}`}
        onClick={onRemove}
        className="flex size-6.5 shrink-0 items-center justify-center rounded-sm text-ink-3 hover:text-ink"
      >
        <X aria-hidden className="size-3.5" />
      </button>
    </span>
  );
}

/** null while nothing usable is written. */
function readValue(text: string, type: ValueFieldProps["type"]): Value | null {
  const trimmed = text.trim();
  if (trimmed === "") return null;
  if (type !== "number") return trimmed;
  const number = Number(trimmed.replace(",", "."));
  return Number.isFinite(number) ? number : null;
}

function triggerLabel(name: string, isList: boolean, values: readonly Value[]): string {
  if (isList) return `Add values for ${name}, ${values.length} chosen`;
  return values.length > 0 ? `Value for ${name}: ${String(values[0])}` : `Choose a value for ${name}`;
}

function statusWords(status: "idle" | "loading" | "ready" | "failed", count: number): string {
  if (status === "loading") return "Reading the column’s values …";
  if (status === "failed") return "The column’s values could not be read. Write one.";
  if (status === "ready" && count === 0) return "The column holds no values. Write one.";
  return status === "ready" && count >= 200 ? "The 200 most frequent values. Write any other." : "";
}

function singleWords(value: Value | undefined): string {
  if (value === undefined) return "Choose a value";
  return value === "" ? "an empty text" : String(value);
}
