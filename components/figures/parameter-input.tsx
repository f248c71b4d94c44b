"use client";

import { Input } from "@/components/ui/input";
import { NativeSelect } from "@/components/ui/native-select";
import type { ParameterValue } from "@/lib/queries/schemas";
import { ChoiceBox } from "./choice-box";
import type { ParameterOptionsState } from "./parameter-options";
import { chosenTexts, type DeclaredParameter, splitValues, textProblem } from "./parameter-values";
import { RangeInput } from "./range-input";

type ParameterInputProps = {
  id: string;
  "aria-describedby"?: string;
  "aria-invalid"?: boolean;
  parameter: DeclaredParameter;
  options: Pick<ParameterOptionsState, "offered" | "isLoading" | "problem">;
  /** What no choice means, e.g. "As usual". */
  emptyLabel: string;
  value: ParameterValue | undefined;
  /** undefined is no value. */
  onChange: (value: ParameterValue | undefined) => void;
};

/** The input that fits what the parameter is. */
export function ParameterInput(props: ParameterInputProps) {
  const { parameter, options: _options, emptyLabel, value, onChange, ...control } = props;
  const label = parameter.label || parameter.name;
  if (parameter.type === "date_range")
    return (
      <RangeInput
        {...control}
        label={label}
        emptyLabel={emptyLabel}
        value={typeof value === "object" && value !== null && !Array.isArray(value) ? value : undefined}
        onChange={onChange}
      />
    );
  if (parameter.type === "boolean")
    return (
      <NativeSelect
        {...control}
        value={value === undefined || value === null ? "" : String(value)}
        onChange={({ target }) => onChange(target.value === "" ? undefined : target.value === "true")}
      >
        <option value="">{emptyLabel}</option>
        <option value="true">Yes</option>
        <option value="false">No</option>
      </NativeSelect>
    );
  if (parameter.isList || parameter.options) return <ChosenInput {...props} />;
  return <PlainInput {...props} />;
}

/** Several values, or one from a list. */
function ChosenInput({ parameter, options, value, onChange, emptyLabel, ...control }: ParameterInputProps) {
  const chosen = chosenTexts(value);
  const isList = parameter.isList ?? false;
  const set = (values: string[]) =>
    onChange(values.length === 0 ? undefined : isList ? values : (values.at(-1) ?? undefined));
  // A list that could not be read is no reason not to write the value.
  const canWrite = !parameter.options || options.problem?.canRetry === true;
  return (
    <ChoiceBox
      {...control}
      label={parameter.label || parameter.name}
      chosen={chosen}
      choices={canWrite ? null : (options.offered?.options ?? [])}
      isMultiple={isList}
      isLoading={options.isLoading}
      placeholder={canWrite ? (isList ? "Write values" : "Write a value") : isList ? "Search" : emptyLabel}
      onAdd={(text) => {
        const added = isList ? splitValues(text) : [text.trim()];
        const problem = added
          .map((part) => textProblem(parameter.type, part))
          .find((entry) => entry !== null);
        if (!problem) set([...new Set([...chosen, ...added])]);
        return problem ?? null;
      }}
      onPick={(picked) =>
        set(
          isList && chosen.includes(picked)
            ? chosen.filter((other) => other !== picked)
            : [...chosen, picked],
        )
      }
      onRemove={(removed) => set(chosen.filter((other) => other !== removed))}
    />
  );
}

function PlainInput({
  parameter,
  value,
  onChange,
  options: _options,
  emptyLabel: _emptyLabel,
  ...control
}: ParameterInputProps) {
  const text = value === undefined || value === null || typeof value === "object" ? "" : String(value);
  if (parameter.type === "number")
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
      type={parameter.type === "date" ? "date" : "text"}
      maxLength={10_000}
      value={text}
      onChange={({ target }) => onChange(target.value === "" ? undefined : target.value)}
    />
  );
}
