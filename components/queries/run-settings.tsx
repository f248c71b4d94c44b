"use client";

import { Field } from "@/components/figures/field";
import { ParameterFields } from "@/components/figures/parameter-fields";
import { draftOptions } from "@/components/figures/parameter-options";
import { NativeSelect } from "@/components/ui/native-select";
import type { ParameterDefinition, ParameterValues } from "@/lib/queries/schemas";
import { RANGE_LABELS, RELATIVE_RANGES, type RelativeRange } from "@/lib/time/ranges";
import { followsPeriod } from "./parameter-words";

export type RunSettingsValue = { range: RelativeRange; values: ParameterValues };

type RunSettingsProps = {
  slug: string;
  parameters: ParameterDefinition[];
  value: RunSettingsValue;
  onChange: (value: RunSettingsValue) => void;
};

/** With what the text is tried: the period, and values for its parameters. Nothing of it is saved. */
export function RunSettings({ slug, parameters, value, onChange }: RunSettingsProps) {
  const period = parameters.filter(followsPeriod);
  const others = parameters.filter((parameter) => !followsPeriod(parameter));
  if (parameters.length === 0) return null;
  return (
    <fieldset className="grid gap-3 sm:grid-cols-2">
      <legend className="mb-2 text-13 font-medium">Try it with</legend>
      {period.length > 0 ? (
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
        options={draftOptions(slug, parameters)}
        onChange={(values) => onChange({ ...value, values })}
      />
    </fieldset>
  );
}
