import { CalendarDays, Clock, Hash, SquareFunction, ToggleLeft, Type } from "lucide-react";
import type { ColumnType } from "@/lib/charts/types";
import { cn } from "@/lib/utils/cn";

const ICONS = {
  text: { icon: Type, words: "Text" },
  number: { icon: Hash, words: "Number" },
  boolean: { icon: ToggleLeft, words: "Yes or no" },
  date: { icon: CalendarDays, words: "Date" },
  timestamp: { icon: Clock, words: "Date and time" },
  calculated: { icon: SquareFunction, words: "Calculated" },
} as const satisfies Record<ColumnType | "calculated", unknown>;

type TypeIconProps = { type: ColumnType | "calculated"; className?: string };

/** What a column holds, as a sign; said in words to who does not see it. */
export function TypeIcon({ type, className }: TypeIconProps) {
  const { icon: Icon, words } = ICONS[type];
  return (
    <>
      <Icon aria-hidden className={cn("size-4 shrink-0 text-ink-3", className)} />
      <span className="sr-only">{words}: </span>
    </>
  );
}
