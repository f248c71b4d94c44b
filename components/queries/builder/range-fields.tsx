"use client";

import { NativeSelect } from "@/components/ui/native-select";
import { lastDayOf, RANGE_LABELS, RELATIVE_RANGES, type RangeChoice, resolveRange } from "@/lib/time/ranges";
import { useBuilder } from "./builder-scope";
import type { ValueFieldProps } from "./filter-value-fields";
import { FixedDays } from "./fixed-days";

const PERIOD = "period";
const FIXED = "fixed";
const LAST_30_DAYS: RangeChoice = { kind: "relative", name: "last_30_days" };

/** A period by its words, days of one's own, or what the dashboard or report shows. */
export function RangeFields({ name, filter, describedBy, onChange }: ValueFieldProps) {
  const { zone } = useBuilder();
  const { value } = filter;
  const range = value?.kind === "range" ? value.range : null;
  const chosen = !range ? PERIOD : range.kind === "relative" ? range.name : FIXED;
  function choose(next: string) {
    const relative = RELATIVE_RANGES.find((entry) => entry === next);
    if (relative) return onChange({ kind: "range", range: { kind: "relative", name: relative } });
    if (next === PERIOD) return onChange({ kind: "period" });
    // Begins with the days that were chosen by their words.
    const days = resolveRange(range ?? LAST_30_DAYS, new Date(), zone);
    onChange({ kind: "range", range: { kind: "absolute", from: days.from, to: lastDayOf(days) } });
  }
  return (
    <div className="flex min-w-0 flex-col gap-1.5">
      <NativeSelect
        aria-label={`Period for ${name}`}
        aria-describedby={describedBy}
        className="h-8 pr-8 pl-2 text-13"
        value={chosen}
        onChange={({ target }) => choose(target.value)}
      >
        <option value={PERIOD}>the period of the dashboard or report</option>
        <optgroup label="Counted from today">
          {RELATIVE_RANGES.map((entry) => (
            <option key={entry} value={entry}>
              {RANGE_LABELS[entry].toLowerCase()}
            </option>
          ))}
        </optgroup>
        <option value={FIXED}>fixed days …</option>
      </NativeSelect>
      {range?.kind === "absolute" ? (
        <FixedDays
          name={name}
          days={range}
          describedBy={describedBy}
          onChange={(days) => onChange({ kind: "range", range: { kind: "absolute", ...days } }, "days")}
        />
      ) : null}
    </div>
  );
}
