"use client";

import { Plus, Trash2 } from "lucide-react";
import { Button } from "@/components/ui/button";
import type { GaugeSpec } from "@/lib/charts/chart-spec";
import type { ResultColumn } from "@/lib/charts/types";
import { Choice } from "./choice";
import { ColumnSelect } from "./column-select";
import { AGGREGATES, countsRows, DIRECTIONS } from "./metric-fields";
import { NumberField } from "./number-field";
import { measuresOf } from "./respec";

type GaugeFieldsProps = {
  visual: GaugeSpec;
  columns: readonly ResultColumn[];
  onChange: (change: Partial<Omit<GaugeSpec, "kind">>) => void;
};

type Range = NonNullable<GaugeSpec["ranges"]>[number];

const TONES = { bad: "Bad", fair: "Fair", good: "Good" } as const satisfies Record<Range["tone"], string>;
const MAX_RANGES = 6;

export function GaugeFields({ visual, columns, onChange }: GaugeFieldsProps) {
  const isPercent = isPercentGauge(visual, columns);
  const number = (label: string, key: "min" | "max" | "target") => (
    <NumberField
      label={label}
      value={visual[key]}
      isPercent={isPercent}
      onChange={(value) => onChange({ [key]: value })}
    />
  );
  return (
    <>
      <div className="grid grid-cols-2 gap-3">
        <ColumnSelect
          label="Value"
          columns={countsRows(visual.aggregate) ? columns : measuresOf(columns)}
          value={visual.value}
          onChange={(value) => onChange({ value: value ?? "" })}
        />
        {visual.denominator === undefined ? (
          <Choice
            label="Combine rows by"
            options={AGGREGATES}
            value={visual.aggregate}
            onChange={(aggregate) => onChange({ aggregate })}
          />
        ) : null}
        <ColumnSelect
          label="Divided by"
          columns={measuresOf(columns)}
          none="Nothing"
          value={visual.denominator}
          onChange={(denominator) => onChange({ denominator })}
        />
        <Choice
          label="Which way is better"
          options={DIRECTIONS}
          value={visual.direction}
          onChange={(direction) => onChange({ direction })}
        />
      </div>
      <div className="grid grid-cols-3 gap-3">
        {number("Scale from", "min")}
        {number("Scale to", "max")}
        {number("Target", "target")}
      </div>
      <RangeFields
        ranges={visual.ranges ?? []}
        isPercent={isPercent}
        onChange={(ranges) => onChange({ ranges: ranges.length > 0 ? ranges : undefined })}
      />
    </>
  );
}

function isPercentGauge(visual: GaugeSpec, columns: readonly ResultColumn[]): boolean {
  const column = columns.find((candidate) => candidate.name === visual.value);
  return (visual.unit ?? (visual.denominator === undefined ? column?.unit : "percent")) === "percent";
}

type RangeFieldsProps = { ranges: Range[]; isPercent: boolean; onChange: (ranges: Range[]) => void };

function RangeFields({ ranges, isPercent, onChange }: RangeFieldsProps) {
  const change = (index: number, part: Partial<Range>) =>
    onChange(ranges.map((range, place) => (place === index ? { ...range, ...part } : range)));
  return (
    <fieldset className="flex flex-col gap-2">
      <legend className="mb-1.5 text-13 font-medium text-ink">Ranges</legend>
      {ranges.map((range, index) => (
        <div key={index} className="grid grid-cols-[1fr_1fr_auto] items-end gap-2">
          <NumberField
            label={`Range ${index + 1} up to`}
            value={range.to}
            isPercent={isPercent}
            onChange={(to) => change(index, { to: to ?? 0 })}
          />
          <Choice
            label={`Range ${index + 1} is`}
            options={TONES}
            value={range.tone}
            onChange={(tone) => change(index, { tone })}
          />
          <Button
            type="button"
            variant="ghost"
            size="icon-sm"
            aria-label={`Remove range ${index + 1}`}
            onClick={() => onChange(ranges.filter((_, place) => place !== index))}
          >
            <Trash2 aria-hidden />
          </Button>
        </div>
      ))}
      {ranges.length < MAX_RANGES ? (
        <Button
          type="button"
          variant="secondary"
          size="sm"
          className="self-start"
          onClick={() => onChange([...ranges, nextRange(ranges, isPercent)])}
        >
          <Plus aria-hidden />
          Add a range
        </Button>
      ) : null}
    </fieldset>
  );
}

/** Begins where the last one ends, and is judged one step better. */
function nextRange(ranges: Range[], isPercent: boolean): Range {
  const tones = ["bad", "fair", "good"] as const;
  const last = ranges.at(-1);
  const step = isPercent ? 0.25 : 25;
  return {
    to: Number(((last?.to ?? 0) + step).toPrecision(12)),
    tone: tones[Math.min(ranges.length, tones.length - 1)] ?? "good",
  };
}
