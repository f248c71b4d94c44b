"use client";

import { Input } from "@/components/ui/input";
import type { AxisSpec, CartesianSpec, ComboSpec } from "@/lib/charts/chart-spec";
import type { ResultColumn } from "@/lib/charts/types";
import { Choice } from "./choice";
import { ColorFields } from "./color-fields";
import { Field } from "./field";
import { Fold } from "./fold";
import { AnnotationFields, ReferenceFields } from "./mark-fields";
import { NumberField } from "./number-field";

export type PlotSpec = CartesianSpec | ComboSpec;
type PlotOptions = Pick<
  PlotSpec,
  "references" | "annotations" | "axis" | "missing" | "sort" | "top" | "legend" | "colors"
>;

export type PlotFieldsProps = {
  visual: PlotSpec;
  columns: readonly ResultColumn[];
  /** Series that have a colour, as printed. */
  names: readonly string[];
  onChange: (change: Partial<PlotOptions>) => void;
};

const SORTS = {
  query: "As the query gives them",
  largest: "Largest first",
  smallest: "Smallest first",
  name: "By name",
} as const satisfies Record<NonNullable<PlotSpec["sort"]>, string>;

const MISSING = {
  gap: "Leave a gap",
  zero: "Draw zero",
  connect: "Run on to the next",
} as const satisfies Record<NonNullable<PlotSpec["missing"]>, string>;

export const LEGENDS = {
  auto: "Above",
  bottom: "Below",
  hidden: "None",
} as const satisfies Record<NonNullable<PlotSpec["legend"]>, string>;

const SCALES = {
  linear: "Even steps",
  log: "Logarithmic",
} as const satisfies Record<NonNullable<AxisSpec["scale"]>, string>;

/** What a chart with axes has beyond its columns. Folded away: the defaults are good. */
export function PlotFields(props: PlotFieldsProps) {
  const { visual, columns, names, onChange } = props;
  const isTime = columns.some((column) => column.name === visual.x && column.role === "time");
  const isPercent = unitOfPlot(visual, columns) === "percent";
  return (
    <>
      <Fold title="Order, gaps and legend">
        <div className="grid grid-cols-2 gap-3">
          {isTime ? null : (
            <>
              <Choice
                label="Order"
                options={SORTS}
                value={visual.sort ?? "query"}
                onChange={(sort) => onChange({ sort })}
              />
              <NumberField
                label="Only the largest"
                hint='The others become "Other".'
                value={visual.top}
                onChange={(top) => onChange({ top: top === undefined ? top : clampTop(top) })}
              />
            </>
          )}
          <Choice
            label="Where a value is missing"
            options={MISSING}
            value={visual.missing ?? "gap"}
            onChange={(missing) => onChange({ missing })}
          />
          <Choice
            label="Legend"
            options={LEGENDS}
            value={visual.legend ?? "auto"}
            onChange={(legend) => onChange({ legend })}
          />
        </div>
      </Fold>
      <ColorFields names={names} colors={visual.colors} onChange={(colors) => onChange({ colors })} />
      <Fold title="Axis">
        <AxisFields axis={visual.axis ?? {}} isPercent={isPercent} onChange={(axis) => onChange({ axis })} />
      </Fold>
      <Fold title="Lines and notes">
        <ReferenceFields
          references={visual.references ?? []}
          isPercent={isPercent}
          onChange={(references) => onChange({ references: references.length > 0 ? references : undefined })}
        />
        <AnnotationFields
          annotations={visual.annotations ?? []}
          isTime={isTime}
          onChange={(annotations) =>
            onChange({ annotations: annotations.length > 0 ? annotations : undefined })
          }
        />
      </Fold>
    </>
  );
}

const MAX_TOP = 100;

function clampTop(top: number): number {
  return Math.min(Math.max(Math.round(top), 1), MAX_TOP);
}

function unitOfPlot(visual: PlotSpec, columns: readonly ResultColumn[]) {
  return visual.unit ?? columns.find((column) => column.name === visual.y[0])?.unit;
}

type AxisFieldsProps = { axis: AxisSpec; isPercent: boolean; onChange: (axis: AxisSpec | undefined) => void };

export function AxisFields({ axis, isPercent, onChange }: AxisFieldsProps) {
  function change(part: Partial<AxisSpec>) {
    const next = { ...axis, ...part };
    onChange(Object.values(next).some((value) => value !== undefined) ? next : undefined);
  }
  return (
    <div className="grid grid-cols-2 gap-3">
      <NumberField label="From" value={axis.min} isPercent={isPercent} onChange={(min) => change({ min })} />
      <NumberField label="To" value={axis.max} isPercent={isPercent} onChange={(max) => change({ max })} />
      <Choice
        label="Steps"
        options={SCALES}
        value={axis.scale ?? "linear"}
        onChange={(scale) => change({ scale: scale === "linear" ? undefined : scale })}
      />
      <Field label="Title of the axis" optional>
        {(control) => (
          <Input
            {...control}
            maxLength={60}
            value={axis.title ?? ""}
            onChange={({ target }) => change({ title: target.value || undefined })}
          />
        )}
      </Field>
    </div>
  );
}
