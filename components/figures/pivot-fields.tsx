"use client";

import { Plus, Trash2 } from "lucide-react";
import { Button } from "@/components/ui/button";
import { columnLabel, isAdditive, unitOf } from "@/lib/charts/columns";
import type { PivotMeasure, PivotSpec } from "@/lib/charts/pivot-spec";
import type { ResultColumn } from "@/lib/charts/types";
import { SwitchRow } from "./chart-fields";
import { Choice } from "./choice";
import { ColumnChecklist } from "./column-checklist";
import { ColumnSelect } from "./column-select";
import { AGGREGATES, countsRows } from "./metric-fields";
import { measuresOf } from "./respec";
import { UnitFields } from "./unit-fields";

type PivotFieldsProps = {
  visual: PivotSpec;
  columns: readonly ResultColumn[];
  onChange: (change: Partial<PivotSpec>) => void;
};

const MAX = { rows: 4, columns: 2, measures: 10 };
const ORDERS = { name: "By name", value: "By the first value, largest first" } as const;

export function PivotFields({ visual, columns, onChange }: PivotFieldsProps) {
  const others = columns.filter((column) => column.role !== "measure" || column.type !== "number");
  const free = (taken: readonly string[]) => others.filter((column) => !taken.includes(column.name));
  return (
    <>
      <ColumnChecklist
        label="Down the side"
        hint={
          visual.rows.length === 0
            ? "Choose at least one column."
            : "The first one ticked is the outer group."
        }
        columns={free(visual.columns)}
        chosen={visual.rows}
        onChange={(rows) => onChange({ rows: rows.slice(-MAX.rows) })}
      />
      <ColumnChecklist
        label="Along the top"
        columns={free(visual.rows)}
        chosen={visual.columns}
        onChange={(along) => onChange({ columns: along.slice(-MAX.columns) })}
      />
      <MeasureList visual={visual} columns={columns} onChange={onChange} />
      <Choice
        label="Order of the rows"
        options={ORDERS}
        value={visual.sortBy}
        onChange={(sortBy) => onChange({ sortBy })}
      />
      <SwitchRow label="Totals" checked={visual.totals} onChange={(totals) => onChange({ totals })} />
    </>
  );
}

function MeasureList({ visual, columns, onChange }: PivotFieldsProps) {
  const { measures } = visual;
  const [first] = measuresOf(columns);
  const change = (place: number, next: PivotMeasure) =>
    onChange({ measures: measures.map((measure, index) => (index === place ? next : measure)) });
  return (
    <div role="group" aria-label="Values" className="flex flex-col gap-4">
      {measures.map((measure, place) => (
        <section
          // A measure has no name of its own: the same column may be summed and averaged.
          key={place}
          aria-label={`Value ${place + 1}`}
          className="flex flex-col gap-3 border-l-2 border-rule-strong pl-3"
        >
          <MeasureFields measure={measure} columns={columns} onChange={(next) => change(place, next)} />
          {measures.length > 1 ? (
            <Button
              variant="ghost"
              size="sm"
              className="self-start"
              onClick={() => onChange({ measures: measures.filter((_, index) => index !== place) })}
            >
              <Trash2 aria-hidden />
              Remove {measure.label || columnLabel(measure.value)}
            </Button>
          ) : null}
        </section>
      ))}
      {first && measures.length < MAX.measures ? (
        <Button
          variant="secondary"
          size="sm"
          className="self-start"
          onClick={() => onChange({ measures: [...measures, newMeasure(first)] })}
        >
          <Plus aria-hidden />
          Add a value
        </Button>
      ) : null}
    </div>
  );
}

/** Rates and scores are averaged, for they do not add up. */
function newMeasure(column: ResultColumn): PivotMeasure {
  const adds = isAdditive(column.name, unitOf(column, undefined));
  return { value: column.name, aggregate: adds ? "sum" : "avg" };
}

type MeasureFieldsProps = {
  measure: PivotMeasure;
  columns: readonly ResultColumn[];
  onChange: (measure: PivotMeasure) => void;
};

function MeasureFields({ measure, columns, onChange }: MeasureFieldsProps) {
  const numbers = measuresOf(columns);
  return (
    <>
      <div className="grid grid-cols-2 gap-3">
        <ColumnSelect
          label="Value"
          columns={countsRows(measure.aggregate) ? columns : numbers}
          value={measure.value}
          onChange={(value) => onChange({ ...measure, value: value ?? "" })}
        />
        {measure.denominator === undefined ? (
          <Choice
            label="Combine rows by"
            options={AGGREGATES}
            value={measure.aggregate}
            onChange={(aggregate) => onChange({ ...measure, aggregate })}
          />
        ) : null}
      </div>
      <ColumnSelect
        label="Divided by"
        hint="For a rate that stays right in every total."
        columns={numbers}
        none="Nothing"
        value={measure.denominator}
        onChange={(denominator) => onChange({ ...measure, denominator })}
      />
      <UnitFields
        unit={measure.unit}
        decimals={measure.decimals}
        onChange={(change) => onChange({ ...measure, ...change })}
      />
    </>
  );
}
