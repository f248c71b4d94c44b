"use client";

import { Checkbox } from "@/components/ui/checkbox";
import type { ParameterDefinition, ParameterValue, ParameterValues } from "@/lib/queries/schemas";
import { Field } from "./field";
import { OptionsStatus } from "./options-status";
import { ParameterInput } from "./parameter-input";
import { type OptionsSource, useParameterOptions } from "./parameter-options";
import { emptyHint } from "./parameter-values";
import { useCleared } from "./use-cleared";

type ParameterFieldsProps = {
  definitions: readonly ParameterDefinition[];
  values: ParameterValues;
  onChange: (values: ParameterValues) => void;
  /** Where the values come from that a query gives; without it these are written by hand. */
  options?: OptionsSource;
};

/**
 * The query's own parameters. An empty field leaves the parameter to its default; one that may do without a value can
 * be told to.
 */
export function ParameterFields({ definitions, values, onChange, options }: ParameterFieldsProps) {
  function set(name: string, value: ParameterValue | undefined) {
    const { [name]: _before, ...others } = values;
    onChange(value === undefined ? others : { ...others, [name]: value });
  }
  return definitions.map((definition) => (
    <ParameterField
      key={definition.name}
      definition={definition}
      values={values}
      options={options}
      onChange={(value) => set(definition.name, value)}
    />
  ));
}

type ParameterFieldProps = {
  definition: ParameterDefinition;
  values: ParameterValues;
  options: OptionsSource | undefined;
  onChange: (value: ParameterValue | undefined) => void;
};

function ParameterField({ definition, values, options, onChange }: ParameterFieldProps) {
  const { name, isRequired } = definition;
  const value = values[name];
  const state = useParameterOptions(definition, values, options);
  const [cleared, setCleared] = useCleared(definition, value, state, onChange);
  const hasDefault = hasOwnValue(definition);
  const label = definition.label || name;
  const choose = (next: ParameterValue | undefined) => {
    setCleared([]);
    onChange(next);
  };
  return (
    <Field
      label={label}
      optional={!isRequired && !hasDefault}
      hint={
        <>
          {value === null ? "Asked without a value." : emptyHint(definition)} <OptionsStatus state={state} />
          <span role="status" className="block text-ink-2 empty:hidden">
            {cleared.length > 0 ? `No longer offered, so taken out: ${cleared.join(", ")}.` : ""}
          </span>
        </>
      }
    >
      {(control) => (
        <>
          <ParameterInput
            {...control}
            parameter={options ? definition : withoutQuery(definition)}
            options={state}
            emptyLabel={emptyLabel(definition, value)}
            value={value}
            onChange={choose}
          />
          {hasDefault && !isRequired ? (
            <NoValue label={label} isChosen={value === null} onChange={choose} />
          ) : null}
        </>
      )}
    </Field>
  );
}

const emptyLabel = (definition: ParameterDefinition, value: ParameterValue | undefined): string => {
  if (value === null) return "No value";
  return hasOwnValue(definition) ? "As usual" : definition.isRequired ? "Choose" : "None";
};

const hasOwnValue = ({ default: preset }: ParameterDefinition): boolean =>
  preset !== undefined && preset !== null;

type NoValueProps = { label: string; isChosen: boolean; onChange: (value: null | undefined) => void };

/** Leaving a field empty means its default; this means none. */
function NoValue({ label, isChosen, onChange }: NoValueProps) {
  return (
    <label className="mt-1.5 flex min-h-6 w-fit items-center gap-2 text-13">
      <Checkbox
        checked={isChosen}
        onCheckedChange={(checked) => onChange(checked === true ? null : undefined)}
      />
      <span>
        No value<span className="sr-only"> for {label}</span>
      </span>
    </label>
  );
}

function withoutQuery(definition: ParameterDefinition): ParameterDefinition {
  return definition.options?.kind === "query" ? { ...definition, options: null } : definition;
}
