"use client";

import { Switch } from "@/components/ui/switch";
import type { CartesianSpec, ComboSpec, PieSpec, Stacking } from "@/lib/charts/chart-spec";
import type { ResultColumn } from "@/lib/charts/types";
import { Choice } from "./choice";
import { ColorFields } from "./color-fields";
import { ColumnChecklist } from "./column-checklist";
import { ColumnSelect } from "./column-select";
import { Field } from "./field";
import { NumberField } from "./number-field";
import { measuresOf } from "./respec";

const BAR_STACKING = {
  none: "Side by side",
  stacked: "On top of each other",
  percent: "As shares of 100 %",
} as const satisfies Record<Stacking, string>;

const AREA_STACKING = {
  ...BAR_STACKING,
  none: "In front of each other",
} as const satisfies Record<Stacking, string>;

type CartesianFieldsProps = {
  visual: CartesianSpec;
  columns: readonly ResultColumn[];
  onChange: (change: Partial<Omit<CartesianSpec, "kind">>) => void;
};

export function CartesianFields({ visual, columns, onChange }: CartesianFieldsProps) {
  const measures = measuresOf(columns);
  const others = columns.filter((column) => column.role !== "measure");
  const [firstValue] = visual.y;
  return (
    <>
      <div className="grid grid-cols-2 gap-3">
        <ColumnSelect
          label={visual.horizontal ? "Down the side" : "Along the bottom"}
          columns={others.length > 0 ? others : columns}
          value={visual.x}
          onChange={(x) => onChange({ x: x ?? "" })}
        />
        <ColumnSelect
          label="Split by"
          columns={others.filter((column) => column.name !== visual.x)}
          none="Nothing"
          value={visual.series}
          // Split into series, exactly one value is drawn.
          onChange={(series) => onChange(series ? { series, y: visual.y.slice(0, 1) } : { series })}
        />
      </div>
      {visual.series === undefined ? (
        <ColumnChecklist
          label="Values"
          hint={visual.y.length === 0 ? "Choose at least one value." : undefined}
          columns={measures}
          chosen={visual.y}
          onChange={(y) => onChange({ y })}
        />
      ) : (
        <ColumnSelect
          label="Value"
          columns={measures}
          value={firstValue}
          onChange={(value) => onChange({ y: value ? [value] : [] })}
        />
      )}
      {visual.kind === "line" ? null : (
        <Choice
          label="Several values"
          options={visual.kind === "area" ? AREA_STACKING : BAR_STACKING}
          value={visual.stacking}
          onChange={(stacking) => onChange({ stacking })}
        />
      )}
      {visual.kind === "bar" ? (
        <SwitchRow
          label="Horizontal bars"
          hint="Better for long names."
          checked={visual.horizontal}
          onChange={(horizontal) => onChange({ horizontal })}
        />
      ) : null}
    </>
  );
}

type ComboFieldsProps = {
  visual: ComboSpec;
  columns: readonly ResultColumn[];
  onChange: (change: Partial<Omit<ComboSpec, "kind">>) => void;
};

const LINE_AXES = {
  right: "Their own, on the right",
  left: "That of the bars",
} as const satisfies Record<ComboSpec["linesAxis"], string>;

const COMBO_STACKING = {
  none: BAR_STACKING.none,
  stacked: BAR_STACKING.stacked,
} as const satisfies Record<ComboSpec["stacking"], string>;

export function ComboFields({ visual, columns, onChange }: ComboFieldsProps) {
  const measures = measuresOf(columns);
  const others = columns.filter((column) => column.role !== "measure");
  return (
    <>
      <ColumnSelect
        label="Along the bottom"
        columns={others.length > 0 ? others : columns}
        value={visual.x}
        onChange={(x) => onChange({ x: x ?? "" })}
      />
      <div className="grid grid-cols-2 gap-3">
        <ColumnChecklist
          label="As bars"
          hint={visual.y.length === 0 ? "Choose at least one." : undefined}
          columns={measures}
          chosen={visual.y}
          onChange={(y) => onChange({ y })}
        />
        <ColumnChecklist
          label="As lines"
          hint={visual.lines.length === 0 ? "Choose at least one." : undefined}
          columns={measures}
          chosen={visual.lines}
          onChange={(lines) => onChange({ lines })}
        />
      </div>
      <div className="grid grid-cols-2 gap-3">
        <Choice
          label="Several bars"
          options={COMBO_STACKING}
          value={visual.stacking}
          onChange={(stacking) => onChange({ stacking })}
        />
        <Choice
          label="Axis of the lines"
          options={LINE_AXES}
          value={visual.linesAxis}
          onChange={(linesAxis) => onChange({ linesAxis })}
        />
      </div>
    </>
  );
}

type PieFieldsProps = {
  visual: PieSpec;
  columns: readonly ResultColumn[];
  /** Parts that have a colour, as printed. */
  names: readonly string[];
  onChange: (change: Partial<Omit<PieSpec, "kind">>) => void;
};

const PIE_SHAPES = {
  ring: "Ring, with the total in it",
  disc: "Disc",
} as const satisfies Record<NonNullable<PieSpec["shape"]>, string>;

const MAX_PARTS = 20;

export function PieFields({ visual, columns, names, onChange }: PieFieldsProps) {
  return (
    <>
      <div className="grid grid-cols-2 gap-3">
        <ColumnSelect
          label="A slice for each"
          columns={columns.filter((column) => column.role !== "measure")}
          value={visual.category}
          onChange={(category) => onChange({ category: category ?? "" })}
        />
        <ColumnSelect
          label="Size by"
          columns={measuresOf(columns)}
          value={visual.value}
          onChange={(value) => onChange({ value: value ?? "" })}
        />
        <Choice
          label="Shape"
          options={PIE_SHAPES}
          value={visual.shape ?? "ring"}
          onChange={(shape) => onChange({ shape: shape === "ring" ? undefined : shape })}
        />
        <NumberField
          label="Parts at most"
          hint='The smallest become "Other"; 10 when left empty.'
          value={visual.top}
          onChange={(top) =>
            onChange({ top: top === undefined ? top : Math.min(Math.max(Math.round(top), 1), MAX_PARTS) })
          }
        />
      </div>
      <ColorFields names={names} colors={visual.colors} onChange={(colors) => onChange({ colors })} />
    </>
  );
}

type SwitchRowProps = {
  label: string;
  hint?: string;
  checked: boolean;
  onChange: (checked: boolean) => void;
};

export function SwitchRow({ label, hint, checked, onChange }: SwitchRowProps) {
  return (
    <Field label={label} hint={hint} layout="inline">
      {(control) => <Switch {...control} checked={checked} onCheckedChange={onChange} />}
    </Field>
  );
}
