"use client";

import type { FunnelSpec, HeatmapSpec, HeatPart, ScatterSpec } from "@/lib/charts/chart-spec";
import type { ResultColumn } from "@/lib/charts/types";
import { Choice } from "./choice";
import { ColorFields } from "./color-fields";
import { ColumnChecklist } from "./column-checklist";
import { ColumnSelect } from "./column-select";
import { Fold } from "./fold";
import { ReferenceFields } from "./mark-fields";
import { AxisFields, LEGENDS } from "./plot-fields";
import { measuresOf } from "./respec";

type FieldsProps<Spec> = {
  visual: Spec;
  columns: readonly ResultColumn[];
  onChange: (change: Partial<Omit<Spec, "kind">>) => void;
};

const others = (columns: readonly ResultColumn[]) => columns.filter((column) => column.role !== "measure");

/** What is on the axes, and what a dot is. */
export function ScatterFields({ visual, columns, onChange }: FieldsProps<ScatterSpec>) {
  const measures = measuresOf(columns);
  return (
    <div className="grid grid-cols-2 gap-3">
      <ColumnSelect
        label="Along the bottom"
        columns={measures}
        value={visual.x}
        onChange={(x) => onChange({ x: x ?? "" })}
      />
      <ColumnSelect
        label="Up the side"
        columns={measures}
        value={visual.y}
        onChange={(y) => onChange({ y: y ?? "" })}
      />
      <ColumnSelect
        label="A dot for each"
        hint="Its name, when you point at it."
        columns={others(columns)}
        none="Row, without a name"
        value={visual.label}
        onChange={(label) => onChange({ label })}
      />
      <ColumnSelect
        label="Colour by"
        columns={others(columns)}
        none="One colour"
        value={visual.color}
        onChange={(color) => onChange({ color })}
      />
      <ColumnSelect
        label="Size by"
        columns={measures}
        none="One size"
        value={visual.size}
        onChange={(size) => onChange({ size })}
      />
    </div>
  );
}

type ScatterPlotFieldsProps = FieldsProps<ScatterSpec> & {
  /** Colours of dots, as printed. */
  names: readonly string[];
};

/** What a plot of dots has beyond its columns. Folded away: the defaults are good. */
export function ScatterPlotFields({ visual, columns, names, onChange }: ScatterPlotFieldsProps) {
  const unitOf = (name: string) => columns.find((column) => column.name === name)?.unit;
  const isPercent = (visual.unit ?? unitOf(visual.y)) === "percent";
  return (
    <>
      <Fold title="Legend">
        <Choice
          label="Legend"
          options={LEGENDS}
          value={visual.legend ?? "auto"}
          onChange={(legend) => onChange({ legend })}
        />
      </Fold>
      <ColorFields names={names} colors={visual.colors} onChange={(colors) => onChange({ colors })} />
      <Fold title="Axis along the bottom">
        <AxisFields
          axis={visual.xAxis ?? {}}
          isPercent={unitOf(visual.x) === "percent"}
          onChange={(xAxis) => onChange({ xAxis })}
        />
      </Fold>
      <Fold title="Axis up the side">
        <AxisFields axis={visual.axis ?? {}} isPercent={isPercent} onChange={(axis) => onChange({ axis })} />
      </Fold>
      <Fold title="Lines">
        <ReferenceFields
          references={visual.references ?? []}
          isPercent={isPercent}
          onChange={(references) => onChange({ references: references.length > 0 ? references : undefined })}
        />
      </Fold>
    </>
  );
}

const STAGE_ORDERS = {
  query: "As the query gives them",
  largest: "Largest first",
} as const satisfies Record<NonNullable<FunnelSpec["sort"]>, string>;

export function FunnelFields({ visual, columns, onChange }: FieldsProps<FunnelSpec>) {
  const measures = measuresOf(columns);
  return (
    <>
      <ColumnSelect
        label="A stage for each"
        columns={others(columns)}
        none="Column chosen below"
        value={visual.category}
        // Rows that are stages have one value.
        onChange={(category) =>
          onChange(category ? { category, values: visual.values.slice(0, 1) } : { category })
        }
      />
      {visual.category === undefined ? (
        <ColumnChecklist
          label="Stages"
          hint="From the first to the last, in the order in which you tick them."
          columns={measures}
          chosen={visual.values}
          onChange={(values) => onChange({ values })}
        />
      ) : (
        <ColumnSelect
          label="Value"
          columns={measures}
          value={visual.values[0]}
          onChange={(value) => onChange({ values: value ? [value] : [] })}
        />
      )}
      <Choice
        label="Order of the stages"
        options={STAGE_ORDERS}
        value={visual.sort ?? "query"}
        onChange={(sort) => onChange({ sort })}
      />
    </>
  );
}

const PARTS = {
  value: "Each value",
  weekday: "Weekday",
  hour: "Hour of the day",
  month: "Month",
} as const satisfies Record<HeatPart, string>;

export function HeatmapFields({ visual, columns, onChange }: FieldsProps<HeatmapSpec>) {
  const isTime = (name: string) => columns.some((column) => column.name === name && column.role === "time");
  return (
    <>
      <div className="grid grid-cols-2 gap-3">
        <ColumnSelect
          label="Along the bottom"
          columns={others(columns)}
          value={visual.x}
          onChange={(x = "") => onChange({ x, ...(isTime(x) ? {} : { xPart: "value" }) })}
        />
        {isTime(visual.x) ? (
          <Choice
            label="A column for each"
            options={PARTS}
            value={visual.xPart}
            onChange={(xPart) => onChange({ xPart })}
          />
        ) : null}
      </div>
      <div className="grid grid-cols-2 gap-3">
        <ColumnSelect
          label="Down the side"
          columns={others(columns)}
          value={visual.y}
          onChange={(y = "") => onChange({ y, ...(isTime(y) ? {} : { yPart: "value" }) })}
        />
        {isTime(visual.y) ? (
          <Choice
            label="A row for each"
            options={PARTS}
            value={visual.yPart}
            onChange={(yPart) => onChange({ yPart })}
          />
        ) : null}
      </div>
      <ColumnSelect
        label="Shade by"
        columns={measuresOf(columns)}
        value={visual.value}
        onChange={(value) => onChange({ value: value ?? "" })}
      />
    </>
  );
}
