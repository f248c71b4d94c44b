"use client";

import { useController, useWatch } from "react-hook-form";
import { draftOptions, type OptionsSource } from "@/components/figures/parameter-options";
import type { ActionForm } from "@/components/forms/use-action-form";
import type { Dialect } from "@/lib/data-sources/schemas";
import { detectPersonAttributes } from "@/lib/queries/placeholders";
import { parametersOf, type QueryValues } from "./form-values";
import { type Parameter, ParameterItem } from "./parameter-item";
import { READER_WORDS } from "./parameter-words";

type ParameterDefinitionsProps = {
  form: ActionForm<QueryValues>;
  /** Of the workspace, whose queries can give values. */
  slug: string;
  dialect?: Dialect;
};

/** What each parameter of the query is: its type, how people read it, where its values come from, its default. */
export function ParameterDefinitions({ form, slug, dialect }: ParameterDefinitionsProps) {
  const { field } = useController({ control: form.control, name: "definition.parameters" });
  const definition = useWatch({ control: form.control, name: "definition" });
  const parameters = field.value ?? [];
  const errors = form.methods.formState.errors.definition?.parameters;
  const options: OptionsSource = draftOptions(slug, parametersOf(definition));
  const attributes = definition.kind === "sql" ? detectPersonAttributes(definition.sql, dialect) : [];
  const change = (name: string, changes: Partial<Parameter>) =>
    field.onChange(
      parameters.map((parameter) => (parameter.name === name ? { ...parameter, ...changes } : parameter)),
    );
  return (
    <>
      {parameters.length === 0 ? (
        <p className="text-13 text-ink-2">
          None. Write <code className="font-mono text-xs">{"{{name}}"}</code> in the text where a value should
          change.
        </p>
      ) : (
        <ul className="flex flex-col gap-5 divide-y divide-rule [&>li:not(:last-child)]:pb-5">
          {parameters.map((parameter, index) => (
            <ParameterItem
              // A renamed parameter stays where it is, and so does the cursor.
              key={index}
              slug={slug}
              parameter={parameter}
              options={options}
              message={errors?.[index]?.default?.message ?? errors?.[index]?.options?.message}
              onChange={(changes) => change(parameter.name, changes)}
            />
          ))}
        </ul>
      )}
      {attributes.length > 0 ? <ReaderAttributes attributes={attributes} /> : null}
    </>
  );
}

function ReaderAttributes({ attributes }: { attributes: string[] }) {
  return (
    <div className="flex flex-col gap-1.5 border-t pt-4">
      <h3 className="text-13 font-medium">Taken from the person who reads</h3>
      <ul className="flex flex-col gap-1">
        {attributes.map((attribute) => (
          <li key={attribute} className="text-13 text-ink-2">
            <code className="font-mono text-xs text-ink">me.{attribute}</code>: their{" "}
            {READER_WORDS[attribute] ?? `attribute “${attribute}”`}
          </li>
        ))}
      </ul>
      <p className="text-xs text-ink-3">
        Nobody can choose these. Who has no such attribute matches nothing, and the query cannot be sent to a
        list.
      </p>
    </div>
  );
}
