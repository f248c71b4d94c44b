import { Check } from "lucide-react";
import { cn } from "@/lib/utils/cn";
import { type Choice, SHOWN } from "./use-choice-box";

type ChoiceListProps = {
  /** Of the box; rows are numbered after it. */
  id: string;
  label: string;
  shown: readonly Choice[];
  /** How many match, and how many there are. */
  found: number;
  all: number;
  active: number;
  chosen: readonly string[];
  isMultiple: boolean;
  isLoading: boolean;
  onPick: (value: string) => void;
};

/** What there is to choose from, under the box. In the flow of the page, so that it scrolls with it. */
export function ChoiceList(props: ChoiceListProps) {
  const { id, label, shown, active, chosen, isMultiple, onPick } = props;
  return (
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
            onPick={() => onPick(choice.value)}
          />
        ))}
      </ul>
      <p role="status" className="px-2 py-1 text-xs text-ink-3 empty:hidden">
        {listWords(props)}
      </p>
    </div>
  );
}

type RowProps = { id: string; words: string; isActive: boolean; isChosen: boolean; onPick: () => void };

function Row({ id, words, isActive, isChosen, onPick }: RowProps) {
  return (
    <li
      id={id}
      role="option"
      aria-selected={isChosen}
      // The row the keys are on stays in sight.
      ref={(row) => {
        if (isActive) row?.scrollIntoView({ block: "nearest" });
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

function listWords({ found, all, isLoading }: ChoiceListProps): string {
  if (isLoading) return "Reading the values…";
  if (all === 0) return "There is nothing to choose from.";
  if (found === 0) return "Nothing matches.";
  return found > SHOWN ? `The first ${SHOWN} of ${found}. Type to find others.` : "";
}
