"use client";

import { useController } from "react-hook-form";
import { Field } from "@/components/figures/field";
import type { ActionForm } from "@/components/forms/use-action-form";
import { Checkbox } from "@/components/ui/checkbox";
import { Input } from "@/components/ui/input";
import { NativeSelect } from "@/components/ui/native-select";
import type { QueryValues } from "./form-values";
import { followsPeriod, PARAMETER_TYPES } from "./parameter-words";

type Parameter = NonNullable<QueryValues["definition"]["parameters"]>[number];

/** What each parameter of the text is: its type, how people read it, and its default. */
export function ParameterDefinitions({ form }: { form: ActionForm<QueryValues> }) {
  const { field } = useController({ control: form.control, name: "definition.parameters" });
  const parameters = field.value ?? [];
  const change = (name: string, changes: Partial<Parameter>) =>
    field.onChange(
      parameters.map((parameter) => (parameter.name === name ? { ...parameter, ...changes } : parameter)),
    );
  if (parameters.length === 0)
    return (
      <p className="text-13 text-ink-2">
        None. Write <code className="font-mono text-xs">{"{{name}}"}</code> in the text where a value should
        change.
      </p>
    );
  return (
    <ul className="flex flex-col gap-4">
      {parameters.map((parameter, index) => (
        <ParameterItem
          // A renamed parameter stays where it is, and so does the cursor.
          key={index}
          parameter={parameter}
          message={form.methods.formState.errors.definition?.parameters?.[index]?.default?.message}
          onChange={(changes) => change(parameter.name, changes)}
        />
      ))}
    </ul>
  );
}

type ParameterItemProps = {
  parameter: Parameter;
  message?: string;
  onChange: (changes: Partial<Parameter>) => void;
};

function ParameterItem({ parameter, message, onChange }: ParameterItemProps) {
  return (
    <li>
      <fieldset className="flex flex-col gap-2.5">
        <legend className="mb-2 font-mono text-13">{parameter.name}</legend>
        <div className="grid grid-cols-2 gap-2.5">
          <Field label="Type">
            {(control) => (
              <NativeSelect
                {...control}
                value={parameter.type}
                onChange={({ target }) => onChange({ type: readType(target.value), default: undefined })}
              >
                {Object.entries(PARAMETER_TYPES).map(([type, label]) => (
                  <option key={type} value={type}>
                    {label}
                  </option>
                ))}
              </NativeSelect>
            )}
          </Field>
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
        {followsPeriod(parameter) ? (
          <p className="text-xs text-ink-3">Follows the period of the dashboard or report.</p>
        ) : (
          <DefaultField parameter={parameter} message={message} onChange={onChange} />
        )}
      </fieldset>
    </li>
  );
}

function DefaultField({ parameter, message, onChange }: ParameterItemProps) {
  const value = parameter.default ?? "";
  const isNeeded = parameter.default === undefined;
  // An empty text is a value like any other; an empty number or date is none.
  const set = (text: string) =>
    onChange({ default: text === "" && parameter.type !== "text" ? undefined : text });
  return (
    <>
      {parameter.type === "text" ? (
        <Field label="A value is needed" layout="inline">
          {(control) => (
            <Checkbox
              {...control}
              checked={isNeeded}
              onCheckedChange={(checked) => onChange({ default: checked === true ? undefined : "" })}
            />
          )}
        </Field>
      ) : null}
      {parameter.type === "text" && isNeeded ? null : (
        <Field
          label="Default"
          optional
          message={message}
          hint={isNeeded ? "Without one a value is needed." : value === "" ? "An empty text." : undefined}
        >
          {(control) =>
            parameter.type === "boolean" ? (
              <NativeSelect {...control} value={value} onChange={({ target }) => set(target.value)}>
                <option value="">None</option>
                <option value="true">Yes</option>
                <option value="false">No</option>
              </NativeSelect>
            ) : (
              <Input
                {...control}
                type={parameter.type === "date" ? "date" : "text"}
                inputMode={parameter.type === "number" ? "decimal" : undefined}
                maxLength={2000}
                value={value}
                onChange={({ target }) => set(target.value)}
              />
            )
          }
        </Field>
      )}
    </>
  );
}

const readType = (value: string): Parameter["type"] =>
  (Object.keys(PARAMETER_TYPES) as Parameter["type"][]).find((type) => type === value) ?? "text";
