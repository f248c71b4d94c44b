"use client";

import { Input } from "@/components/ui/input";
import { CellFormat } from "@/lib/charts/cell-format-spec";
import type { TableSpec } from "@/lib/charts/spec";
import { isTime } from "@/lib/charts/pivot-axis";
import type { ResultColumn } from "@/lib/charts/types";
import { CellRuleFields } from "./cell-rule-fields";
import { SwitchRow } from "./chart-fields";
import { Choice } from "./choice";
import { ColumnSelect } from "./column-select";
import { DateStyleChoice } from "./date-style-choice";
import { ComparandFields } from "./comparand-fields";
import { Field } from "./field";
import { DIRECTIONS } from "./metric-fields";
import { NumberField } from "./number-field";
import { UnitFields } from "./unit-fields";

export type ColumnSpec = TableSpec["columns"][number];

type ColumnFormatFieldsProps = {
  spec: ColumnSpec;
  column: ResultColumn;
  columns: readonly ResultColumn[];
  onChange: (change: Partial<Omit<ColumnSpec, "name">>) => void;
};

/** How the cells of one column look: its name, its numbers, its marks and its link. */
export function ColumnFormatFields({ spec, column, columns, onChange }: ColumnFormatFieldsProps) {
  const shown = { ...column, unit: spec.unit ?? column.unit };
  const isNumber = column.type === "number";
  return (
    <>
      <Field label="Head" optional>
        {(control) => (
          <Input
            {...control}
            maxLength={200}
            value={spec.label ?? ""}
            onChange={({ target }) => onChange({ label: target.value || undefined })}
          />
        )}
      </Field>
      {isNumber ? (
        <>
          <UnitFields unit={spec.unit} decimals={spec.decimals} onChange={onChange} />
          <NumberLooks spec={spec} column={shown} columns={columns} onChange={onChange} />
        </>
      ) : isTime(column) ? (
        <DateStyleChoice
          hasTime={column.type === "timestamp"}
          value={spec.dates}
          onChange={(dates) => onChange({ dates })}
        />
      ) : (
        <SwitchRow
          label="Draw a series"
          hint="For a cell that holds several numbers, e.g. [3, 5, 8]."
          checked={spec.spark !== undefined}
          onChange={(on) => onChange({ spark: on ? {} : undefined })}
        />
      )}
      <CellRuleFields
        rules={spec.rules ?? []}
        column={shown}
        columns={columns}
        onChange={(rules) => onChange({ rules: rules.length > 0 ? rules : undefined })}
      />
      <LinkField link={spec.link} onChange={(link) => onChange({ link })} />
    </>
  );
}

const SCALES = { none: "None", sequential: "Light to dark", diverging: "To both sides of a value" } as const;

function NumberLooks({ spec, column, columns, onChange }: ColumnFormatFieldsProps) {
  const { scale, arrows, spark } = spec;
  return (
    <>
      <SwitchRow
        label="Bars"
        checked={spec.bar ?? false}
        onChange={(bar) => onChange({ bar: bar || undefined })}
      />
      <ColumnSelect
        label="Course over"
        hint="Rows that differ in this column alone become one row."
        columns={columns.filter(({ role, name }) => role !== "measure" && name !== spec.name)}
        none="No course"
        value={spark?.over}
        onChange={(over) => onChange({ spark: over === undefined ? undefined : { over } })}
      />
      <Choice
        label="Shades"
        options={SCALES}
        value={scale?.ramp ?? "none"}
        onChange={(ramp) => onChange({ scale: scaleOf(ramp) })}
      />
      {scale?.ramp === "diverging" ? (
        <NumberField
          label="Middle"
          isPercent={column.unit === "percent"}
          value={scale.middle}
          onChange={(middle) => onChange({ scale: { ramp: "diverging", middle: middle ?? 0 } })}
        />
      ) : null}
      <SwitchRow
        label="Arrows"
        hint="▲ above and ▼ below what it is compared with."
        checked={arrows !== undefined}
        onChange={(on) => onChange({ arrows: on ? { than: { value: 0 }, better: "none" } : undefined })}
      />
      {arrows ? (
        <>
          <ComparandFields
            label="Arrows compare with"
            column={column}
            columns={columns}
            value={arrows.than}
            onChange={(than) => onChange({ arrows: { ...arrows, than } })}
          />
          <Choice
            label="Which way is better"
            options={DIRECTIONS}
            value={arrows.better}
            onChange={(better) => onChange({ arrows: { ...arrows, better } })}
          />
        </>
      ) : null}
    </>
  );
}

function scaleOf(ramp: keyof typeof SCALES): ColumnSpec["scale"] {
  if (ramp === "none") return undefined;
  return ramp === "diverging" ? { ramp, middle: 0 } : { ramp };
}

type LinkFieldProps = { link: string | undefined; onChange: (link: string | undefined) => void };

function LinkField({ link, onChange }: LinkFieldProps) {
  const problem = CellFormat.shape.link.safeParse(link).error?.issues[0]?.message;
  return (
    <Field
      label="Link"
      optional
      hint="e.g. https://crm.example/{{id}}, or {{url}} for a column of addresses."
      message={problem}
    >
      {(control) => (
        <Input
          {...control}
          maxLength={1000}
          value={link ?? ""}
          onChange={({ target }) => onChange(target.value || undefined)}
        />
      )}
    </Field>
  );
}
