"use client";

import { useId } from "react";
import { Input } from "@/components/ui/input";
import { NativeSelect } from "@/components/ui/native-select";
import { fieldType } from "@/lib/queries/builder/model";
import type { FieldRef, Measure } from "@/lib/queries/builder/schema";
import { UnitOptions } from "../column-units";
import { ProblemList, RemoveButton } from "./builder-section";
import { useBuilder } from "./builder-scope";
import { changeMeasure } from "./builder-state";
import { FieldButton } from "./field-picker";
import { MEASURE_KINDS, MEASURE_ORDER, type MeasureKind, type MeasureKindWords } from "./measure-kinds";
import { NameInput } from "./name-input";
import { problemsWithin } from "./problems";

/** "Sum of amount, called Revenue, in EUR". */
export function MeasureRow({ measure, index }: { measure: Measure; index: number }) {
  const { query, problems, change, remove } = useBuilder();
  const problemsId = useId();
  const own = problemsWithin(problems, ["measures", index]);
  const described = own.length > 0 ? { "aria-describedby": problemsId, "aria-invalid": true } : {};
  const set = (next: Measure, spoken: string, typing?: string) =>
    change(changeMeasure(query, measure.id, next), spoken, typing);
  return (
    <div className="flex min-w-0 flex-1 flex-col gap-1">
      <div className="flex min-w-0 items-start gap-2">
        <div className="grid min-w-0 flex-1 grid-cols-[minmax(0,1fr)] gap-x-2 gap-y-1.5 @md:grid-cols-2">
          <MeasureKindSelect measure={measure} onChange={set} />
          <MeasureOf measure={measure} onChange={set} describedBy={own.length > 0 ? problemsId : undefined} />
          <label className="flex min-w-0 items-center gap-2 text-xs text-ink-3">
            <span className="w-10 shrink-0">called</span>
            <NameInput
              {...described}
              aria-label={`Name of the measure ${measure.name}`}
              name={measure.name}
              onRename={(name) => set({ ...measure, name }, `Called ${name}.`)}
            />
          </label>
          <label className="flex min-w-0 items-center gap-2 text-xs text-ink-3">
            <span className="shrink-0">in</span>
            <span className="min-w-0 flex-1">
              <NativeSelect
                aria-label={`Unit of ${measure.name}`}
                className="h-8 pr-8 pl-2 text-13"
                value={measure.unit ?? ""}
                onChange={({ target }) =>
                  set({ ...measure, unit: (target.value || undefined) as Measure["unit"] }, "Unit changed.")
                }
              >
                <UnitOptions chosen={measure.unit} />
              </NativeSelect>
            </span>
          </label>
        </div>
        <RemoveButton name={measure.name} onRemove={() => remove(measure.id, measure.name)} />
      </div>
      <ProblemList id={problemsId} problems={own} />
    </div>
  );
}

type PartProps = { measure: Measure; onChange: (next: Measure, spoken: string, typing?: string) => void };

function MeasureKindSelect({ measure, onChange }: PartProps) {
  const { query, model } = useBuilder();
  const others = query.measures.filter(({ id }) => id !== measure.id);
  const type = "field" in measure ? fieldType(model, measure.field) : null;
  // A kind that would need another column is offered in the list of new measures.
  const isOffered = (kind: MeasureKind) => {
    if (kind === measure.kind || kind === "count") return true;
    if (kind === "ratio") return others.length > 1;
    return type !== null && (MEASURE_KINDS[kind].fits as readonly string[]).includes(type);
  };
  function choose(kind: MeasureKind) {
    const next = withKind(measure, kind, others);
    if (next) onChange(next, `${MEASURE_KINDS[kind].label}.`);
  }
  return (
    <NativeSelect
      aria-label={`How ${measure.name} is measured`}
      className="h-8 pr-8 pl-2 text-13"
      value={measure.kind}
      onChange={({ target }) => {
        const kind = MEASURE_ORDER.find((entry) => entry === target.value);
        if (kind) choose(kind);
      }}
    >
      {MEASURE_ORDER.filter(isOffered).map((kind) => (
        <option key={kind} value={kind}>
          {MEASURE_KINDS[kind].label}
        </option>
      ))}
    </NativeSelect>
  );
}

/** null when the kind needs what the measure does not have. */
function withKind(measure: Measure, kind: MeasureKind, others: readonly Measure[]): Measure | null {
  const { id, name, unit } = measure;
  const base = { id, name, unit };
  if (kind === "count") return { ...base, kind };
  if (kind === "ratio") {
    const [numerator, denominator] = others;
    return numerator && denominator
      ? { ...base, kind, numerator: numerator.id, denominator: denominator.id }
      : null;
  }
  if (!("field" in measure)) return null;
  const { field } = measure;
  return kind === "percentile" ? { ...base, kind, field, percentile: 90 } : { ...base, kind, field };
}

function MeasureOf({ measure, onChange, describedBy }: PartProps & { describedBy?: string }) {
  if (measure.kind === "count")
    return <p className="flex min-h-8 items-center text-xs text-ink-3">Each row counts once.</p>;
  if (measure.kind === "ratio") return <RatioOf measure={measure} onChange={onChange} />;
  const { fits } = MEASURE_KINDS[measure.kind];
  const { withoutKeys }: MeasureKindWords = MEASURE_KINDS[measure.kind];
  const pick = (field: FieldRef) => onChange({ ...measure, field }, "Another column.");
  const button = (
    <FieldButton
      label={`Column of ${measure.name}`}
      field={measure.field}
      fits={fits}
      withoutKeys={withoutKeys}
      onPick={pick}
      invalid={describedBy !== undefined}
      describedBy={describedBy}
      className="w-full"
    />
  );
  if (measure.kind !== "percentile") return button;
  return (
    <div className="flex min-w-0 gap-2">
      <Input
        aria-label={`Percentile of ${measure.name}`}
        type="number"
        min={0}
        max={100}
        step="any"
        className="h-8 w-18 shrink-0 px-2 text-13"
        value={measure.percentile}
        onChange={({ target }) => {
          if (Number.isNaN(target.valueAsNumber)) return;
          const percentile = Math.min(100, Math.max(0, target.valueAsNumber));
          onChange({ ...measure, percentile }, "", `percentile of ${measure.id}`);
        }}
      />
      {button}
    </div>
  );
}

function RatioOf({
  measure,
  onChange,
}: Omit<PartProps, "measure"> & { measure: Extract<Measure, { kind: "ratio" }> }) {
  const { query } = useBuilder();
  const choices = query.measures.filter(({ id }) => id !== measure.id);
  const select = (part: "numerator" | "denominator", label: string) => (
    <span className="min-w-0 flex-1">
      <NativeSelect
        aria-label={label}
        className="h-8 pr-8 pl-2 text-13"
        value={measure[part]}
        onChange={({ target }) => onChange({ ...measure, [part]: target.value }, "Ratio changed.")}
      >
        {choices.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </NativeSelect>
    </span>
  );
  return (
    <div className="flex min-w-0 items-center gap-1.5">
      {select("numerator", `What ${measure.name} divides`)}
      <span aria-hidden className="text-13 text-ink-3">
        ÷
      </span>
      {select("denominator", `What ${measure.name} is divided by`)}
    </div>
  );
}
