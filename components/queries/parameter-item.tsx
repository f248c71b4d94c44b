"use client";

import { Field } from "@/components/figures/field";
import { OptionsStatus } from "@/components/figures/options-status";
import { ParameterInput } from "@/components/figures/parameter-input";
import { type OptionsSource, useParameterOptions } from "@/components/figures/parameter-options";
import { valueWords } from "@/components/figures/parameter-values";
import { Checkbox } from "@/components/ui/checkbox";
import { Input } from "@/components/ui/input";
import { NativeSelect } from "@/components/ui/native-select";
import type { QueryValues } from "./form-values";
import { OptionsFields } from "./parameter-options-fields";
import { followsPeriod, isChoosable, PARAMETER_TYPES } from "./parameter-words";

export type Parameter = NonNullable<QueryValues["definition"]["parameters"]>[number];

export type ParameterItemProps = {
  slug: string;
  parameter: Parameter;
  /** Where values come from while nothing is saved. */
  options: OptionsSource;
  message?: string;
  onChange: (changes: Partial<Parameter>) => void;
};

/** One parameter. */
export function ParameterItem(props: ParameterItemProps) {
  const { slug, parameter, onChange } = props;
  return (
    <li>
      <fieldset className="flex flex-col gap-2.5">
        <legend className="mb-2 font-mono text-13">{parameter.name}</legend>
        <div className="grid grid-cols-2 gap-2.5">
          <TypeField parameter={parameter} onChange={onChange} />
          <Field label="Label" optional>
            {(control) => (
              <Input
                {...control}
                maxLength={100}
                placeholder={parameter.name}
                value={parameter.label ?? ""}
                onChange={({ target }) => onChange({ label: target.value })}
              />
            )}
          </Field>
        </div>
        {parameter.type === "date_range" ? <RangeHint name={parameter.name} /> : null}
        {followsPeriod(parameter) ? (
          <p className="text-xs text-ink-3">Follows the period of the dashboard or report.</p>
        ) : (
          <>
            {isChoosable(parameter.type) ? (
              <>
                <ListField parameter={parameter} onChange={onChange} />
                <OptionsFields slug={slug} parameter={parameter} onChange={onChange} />
              </>
            ) : null}
            <RequiredField parameter={parameter} onChange={onChange} />
            <DefaultField {...props} />
          </>
        )}
      </fieldset>
    </li>
  );
}

type FieldProps = Pick<ParameterItemProps, "parameter" | "onChange">;

function TypeField({ parameter, onChange }: FieldProps) {
  function choose(value: string) {
    const type = (Object.keys(PARAMETER_TYPES) as Parameter["type"][]).find((known) => known === value);
    if (!type) return;
    const keeps = isChoosable(type) ? {} : { isList: false, options: null };
    onChange({ type, default: undefined, ...keeps });
  }
  return (
    <Field label="Type">
      {(control) => (
        <NativeSelect {...control} value={parameter.type} onChange={({ target }) => choose(target.value)}>
          {Object.entries(PARAMETER_TYPES).map(([type, label]) => (
            <option key={type} value={type}>
              {label}
            </option>
          ))}
        </NativeSelect>
      )}
    </Field>
  );
}

function RangeHint({ name }: { name: string }) {
  return (
    <p className="text-xs text-ink-3">
      Write <code className="font-mono">{`{{${name}.from}}`}</code> for the first day and{" "}
      <code className="font-mono">{`{{${name}.to}}`}</code> for the day after the last:{" "}
      <code className="font-mono">{`day >= {{${name}.from}} AND day < {{${name}.to}}`}</code>
    </p>
  );
}

function ListField({ parameter, onChange }: FieldProps) {
  return (
    <Field
      label="Several values"
      layout="inline"
      hint={parameter.isList ? `Write IN ({{${parameter.name}}}).` : undefined}
    >
      {(control) => (
        <Checkbox
          {...control}
          checked={parameter.isList ?? false}
          onCheckedChange={(checked) => onChange({ isList: checked === true, default: undefined })}
        />
      )}
    </Field>
  );
}

function RequiredField({ parameter, onChange }: FieldProps) {
  const isRequired = parameter.isRequired ?? true;
  return (
    <Field
      label="A value is needed"
      layout="inline"
      hint={
        isRequired ? undefined : (
          <>
            Without one it is NULL, and a part in double brackets is left out:{" "}
            <code className="font-mono">{`[[ AND … {{${parameter.name}}} ]]`}</code>
          </>
        )
      }
    >
      {(control) => (
        <Checkbox
          {...control}
          checked={isRequired}
          onCheckedChange={(checked) => onChange({ isRequired: checked === true })}
        />
      )}
    </Field>
  );
}

const NO_VALUES = {};

function DefaultField({ parameter, options, message, onChange }: ParameterItemProps) {
  const state = useParameterOptions(parameter, NO_VALUES, options);
  const isNeeded = parameter.isRequired ?? true;
  const isEmptyText = parameter.default === "";
  return (
    <Field
      label="Default"
      optional
      message={message}
      hint={
        <>
          {parameter.default === undefined
            ? isNeeded
              ? "Without one a value is needed each time."
              : undefined
            : isEmptyText
              ? "An empty text."
              : `Used when nothing is chosen: ${valueWords(parameter.default, state.offered?.options)}`}{" "}
          <OptionsStatus state={state} />
        </>
      }
    >
      {(control) => (
        <ParameterInput
          {...control}
          parameter={parameter}
          options={state}
          emptyLabel="None"
          value={parameter.default}
          onChange={(value) => onChange({ default: value })}
        />
      )}
    </Field>
  );
}
