"use client";

import { Input } from "@/components/ui/input";
import { NativeSelect } from "@/components/ui/native-select";
import { RANGE_LABELS, RELATIVE_RANGES } from "@/lib/time/ranges";
import type { ValueFieldProps } from "./filter-value-fields";

const PERIOD = "period";
const FIXED = "fixed";

/** A period by its words, days of one's own, or what the dashboard or report shows. */
export function RangeFields({ name, filter, describedBy, onChange }: ValueFieldProps) {
  const { value } = filter;
  const range = value?.kind === "range" ? value.range : null;
  const chosen = !range ? PERIOD : range.kind === "relative" ? range.name : FIXED;
  function choose(next: string) {
    const relative = RELATIVE_RANGES.find((entry) => entry === next);
    if (relative) return onChange({ kind: "range", range: { kind: "relative", name: relative } });
    if (next === PERIOD) return onChange({ kind: "period" });
    onChange({ kind: "range", range: { kind: "absolute", from: "", to: "" } });
  }
  return (
    <div className="flex min-w-0 flex-col gap-1.5">
      <NativeSelect
        aria-label={`Period for ${name}`}
        aria-describedby={describedBy}
        className="h-8 px-2 text-13"
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
        <div className="flex min-w-0 items-center gap-1.5">
          {(["from", "to"] as const).map((end) => (
            <Input
              key={end}
              type="date"
              aria-label={end === "from" ? `First day for ${name}` : `Last day for ${name}`}
              aria-describedby={describedBy}
              aria-invalid={describedBy ? true : undefined}
              className="h-8 px-2 text-13"
              value={range[end]}
              onChange={({ target }) =>
                onChange({ kind: "range", range: { ...range, [end]: target.value } }, end)
              }
            />
          ))}
        </div>
      ) : null}
    </div>
  );
}
