"use client";

import type { MetricSpec } from "@/lib/charts/spec";
import { isTime } from "@/lib/charts/pivot-axis";
import type { ResultColumn } from "@/lib/charts/types";
import { Choice } from "./choice";
import { ColumnSelect } from "./column-select";
import { DateStyleChoice } from "./date-style-choice";
import { NumberField } from "./number-field";
import { measuresOf } from "./respec";

export const AGGREGATES = {
  sum: "Sum",
  avg: "Average",
  min: "Smallest value",
  max: "Largest value",
  first: "First row only",
  last: "Last row only",
  count: "Counting them",
  distinct: "Counting different values",
} as const satisfies Record<MetricSpec["aggregate"], string>;

const MOMENT_AGGREGATES = {
  max: "Latest",
  min: "Earliest",
  first: AGGREGATES.first,
  last: AGGREGATES.last,
  count: AGGREGATES.count,
  distinct: AGGREGATES.distinct,
} as const satisfies Partial<Record<MetricSpec["aggregate"], string>>;

const COMPARISONS = {
  none: "Nothing",
  previous_period: "The period before",
  previous_year: "A year earlier",
} as const satisfies Record<MetricSpec["compare"], string>;

export const DIRECTIONS = {
  none: "Neither",
  higher: "Higher",
  lower: "Lower",
} as const satisfies Record<MetricSpec["direction"], string>;

/** Anything can be counted; everything else needs numbers. */
export const countsRows = (aggregate: MetricSpec["aggregate"]) =>
  aggregate === "count" || aggregate === "distinct";

type MetricFieldsProps = {
  visual: MetricSpec;
  columns: readonly ResultColumn[];
  onChange: (change: Partial<MetricSpec>) => void;
};

export function MetricFields({ visual, columns, onChange }: MetricFieldsProps) {
  const measures = measuresOf(columns);
  const times = columns.filter(isTime);
  if (isMoment(visual, columns)) return <MomentFields {...{ visual, columns, onChange }} />;
  return (
    <>
      <div className="grid grid-cols-2 gap-3">
        <ColumnSelect
          label="Value"
          columns={countsRows(visual.aggregate) ? columns : [...measures, ...times]}
          value={visual.value}
          onChange={(value = "") => {
            const isDay = times.some(({ name }) => name === value) && !countsRows(visual.aggregate);
            onChange({ value, ...(isDay ? { aggregate: "max", denominator: undefined } : {}) });
          }}
        />
        {visual.denominator === undefined ? (
          <Choice
            label="Combine rows by"
            options={AGGREGATES}
            value={visual.aggregate}
            onChange={(aggregate) => onChange({ aggregate })}
          />
        ) : null}
      </div>
      <ColumnSelect
        label="Divided by"
        hint="For a rate: the sum of the value divided by the sum of this column."
        columns={measures}
        none="Nothing"
        value={visual.denominator}
        onChange={(denominator) => onChange({ denominator })}
      />
      <div className="grid grid-cols-2 gap-3">
        <Choice
          label="Compare with"
          options={COMPARISONS}
          value={visual.compare}
          onChange={(compare) => onChange({ compare })}
        />
        <Choice
          label="Which way is better"
          options={DIRECTIONS}
          value={visual.direction}
          onChange={(direction) => onChange({ direction })}
        />
      </div>
      <div className="grid grid-cols-2 gap-3">
        <ColumnSelect
          label="Sparkline over"
          columns={columns.filter((column) => column.role !== "measure")}
          none="No sparkline"
          value={visual.sparklineBy}
          onChange={(sparklineBy) => onChange({ sparklineBy })}
        />
        <TargetField visual={visual} columns={columns} onChange={onChange} />
      </div>
    </>
  );
}

/** Does it show a day or a time, and not how many? */
export const isMoment = (visual: MetricSpec, columns: readonly ResultColumn[]): boolean =>
  visual.denominator === undefined &&
  !countsRows(visual.aggregate) &&
  columns.some((column) => column.name === visual.value && isTime(column));

function MomentFields({ visual, columns, onChange }: MetricFieldsProps) {
  const measures = measuresOf(columns);
  const chosen = columns.find(({ name }) => name === visual.value);
  const { aggregate } = visual;
  return (
    <>
      <div className="grid grid-cols-2 gap-3">
        <ColumnSelect
          label="Value"
          columns={[...measures, ...columns.filter(isTime)]}
          value={visual.value}
          onChange={(value = "") => onChange({ value })}
        />
        <Choice
          label="Combine rows by"
          options={MOMENT_AGGREGATES}
          value={aggregate === "sum" || aggregate === "avg" ? "max" : aggregate}
          onChange={(next) => onChange({ aggregate: next })}
        />
      </div>
      <DateStyleChoice
        hasTime={chosen?.type === "timestamp"}
        value={visual.dates}
        onChange={(dates) => onChange({ dates })}
      />
    </>
  );
}

function TargetField({ visual, columns, onChange }: MetricFieldsProps) {
  const columnUnit = columns.find((column) => column.name === visual.value)?.unit;
  const unit = visual.unit ?? (visual.denominator === undefined ? columnUnit : "percent");
  return (
    <NumberField
      label="Target"
      isPercent={unit === "percent"}
      value={visual.target}
      onChange={(target) => onChange({ target })}
    />
  );
}
