"use client";

import { Field } from "@/components/figures/field";
import { ParameterFields } from "@/components/figures/parameter-fields";
import { draftOptions, type OptionsSource } from "@/components/figures/parameter-options";
import { NativeSelect } from "@/components/ui/native-select";
import type { ParameterDefinition, ParameterValues } from "@/lib/queries/schemas";
import { RANGE_LABELS, RELATIVE_RANGES, type RelativeRange } from "@/lib/time/ranges";
import { followsPeriod as isOfPeriod } from "./parameter-words";

export type RunSettingsValue = { range: RelativeRange; values: ParameterValues };

type RunSettingsProps = {
  slug: string;
  /** What it is for. */
  legend?: string;
  parameters: ParameterDefinition[];
  /** Where values to choose from come from; those of parameters that are being declared where none is given. */
  options?: OptionsSource;
  /** True when the question follows the period without a parameter that says so. */
  followsPeriod?: boolean;
  value: RunSettingsValue;
  onChange: (value: RunSettingsValue) => void;
};

/** With what the text is tried: the period, and values for its parameters. Nothing of it is saved. */
export function RunSettings(props: RunSettingsProps) {
  const { slug, legend = "Try it with", parameters, followsPeriod, value, onChange } = props;
  const others = parameters.filter((parameter) => !isOfPeriod(parameter));
  const hasPeriod = followsPeriod || others.length < parameters.length;
  if (parameters.length === 0 && !hasPeriod) return null;
  return (
    <fieldset className="grid gap-3 sm:grid-cols-2">
      <legend className="mb-2 text-13 font-medium">{legend}</legend>
      {hasPeriod ? (
        <Field label="Period">
          {(control) => (
            <NativeSelect
              {...control}
              value={value.range}
              onChange={({ target }) => {
                const range = RELATIVE_RANGES.find((name) => name === target.value);
                if (range) onChange({ ...value, range });
              }}
            >
              {RELATIVE_RANGES.map((name) => (
                <option key={name} value={name}>
                  {RANGE_LABELS[name]}
                </option>
              ))}
            </NativeSelect>
          )}
        </Field>
      ) : null}
      <ParameterFields
        definitions={others}
        values={value.values}
        options={props.options ?? draftOptions(slug, parameters)}
        onChange={(values) => onChange({ ...value, values })}
      />
    </fieldset>
  );
}
