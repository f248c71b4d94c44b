"use client";

import { Input } from "@/components/ui/input";
import { NativeSelect } from "@/components/ui/native-select";
import type { ParameterDefinition, ParameterValues } from "@/lib/queries/schemas";
import { Field } from "./field";

type ParameterFieldsProps = {
  definitions: readonly ParameterDefinition[];
  values: ParameterValues;
  onChange: (values: ParameterValues) => void;
};

/** The query's own parameters. An empty field leaves the parameter to its default. */
export function ParameterFields({ definitions, values, onChange }: ParameterFieldsProps) {
  function set(name: string, value: ParameterValues[string] | undefined) {
    const { [name]: _before, ...others } = values;
    onChange(value === undefined ? others : { ...others, [name]: value });
  }

  return definitions.map((definition) => (
    <Field
      key={definition.name}
      label={definition.label || definition.name}
      hint={
        definition.default === undefined ? "The query needs a value." : `Left empty: ${definition.default}`
      }
    >
      {(control) => (
        <ParameterInput
          {...control}
          definition={definition}
          value={values[definition.name]}
          onChange={(value) => set(definition.name, value)}
        />
      )}
    </Field>
  ));
}

type ParameterInputProps = {
  id: string;
  "aria-describedby"?: string;
  definition: ParameterDefinition;
  value: ParameterValues[string] | undefined;
  onChange: (value: ParameterValues[string] | undefined) => void;
};

function ParameterInput({ definition, value, onChange, ...control }: ParameterInputProps) {
  if (definition.type === "boolean")
    return (
      <NativeSelect
        {...control}
        value={value === undefined || value === null ? "" : String(value)}
        onChange={({ target }) => onChange(target.value === "" ? undefined : target.value === "true")}
      >
        <option value="">As usual</option>
        <option value="true">Yes</option>
        <option value="false">No</option>
      </NativeSelect>
    );
  const text = value === undefined || value === null ? "" : String(value);
  if (definition.type === "number")
    return (
      <Input
        {...control}
        type="number"
        step="any"
        value={text}
        onChange={({ target }) =>
          onChange(Number.isNaN(target.valueAsNumber) ? undefined : target.valueAsNumber)
        }
      />
    );
  return (
    <Input
      {...control}
      type={definition.type === "date" ? "date" : "text"}
      value={text}
      onChange={({ target }) => onChange(target.value === "" ? undefined : target.value)}
    />
  );
}
