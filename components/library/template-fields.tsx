"use client";

import { useWatch } from "react-hook-form";
import { Field } from "@/components/figures/field";
import { errorBodyOf } from "@/components/figures/fetch-json";
import { hasSchemas, likelyFirst } from "@/components/figures/source-tables";
import { useSourceSchema } from "@/components/figures/use-source-schema";
import { SelectField, TextField } from "@/components/forms/fields";
import { FormError } from "@/components/forms/form-error";
import type { ActionForm } from "@/components/forms/use-action-form";
import { NativeSelect } from "@/components/ui/native-select";
import type { SchemaTable } from "@/lib/data-sources/schemas";
import { guessColumns, type Slot } from "./guess-columns";

type Named = { id: string; name: string };

/** What a template is laid over. */
export type TemplateValues = {
  templateId: string;
  name: string;
  dataSourceId: string;
  schema: string;
  table: string;
  /** Names of columns, by slot. */
  columns: Record<string, string>;
};

/** Under the template's own name, over the first source. */
export const initialTemplateValues = (template: Named, sources: readonly Named[]): TemplateValues => ({
  templateId: template.id,
  name: template.name,
  dataSourceId: sources[0]?.id ?? "",
  schema: "",
  table: "",
  columns: {},
});

type TemplateFieldsProps = {
  slug: string;
  form: ActionForm<TemplateValues>;
  sources: readonly Named[];
  slots: readonly (Slot & { label: string; hint?: string })[];
};

/** A name, and which table and columns a template is about: guessed as soon as a table is chosen. */
export function TemplateFields({ slug, form: { control, methods }, sources, slots }: TemplateFieldsProps) {
  const [dataSourceId, schema, table] = useWatch({ control, name: ["dataSourceId", "schema", "table"] });
  const known = useSourceSchema(slug, dataSourceId);
  const tables = likelyFirst(known.data?.tables ?? []);
  const showsSchema = hasSchemas(known.data);
  const chosen = tables.find((entry) => entry.schema === schema && entry.name === table);

  function choose(next: SchemaTable | undefined) {
    methods.setValue("schema", next?.schema ?? "");
    // That none is chosen yet is no mistake before the form is sent.
    methods.setValue("table", next?.name ?? "", { shouldValidate: next !== undefined });
    methods.setValue("columns", next ? guessColumns(slots, next) : {});
  }
  return (
    <>
      <FormError />
      <TextField control={control} name="name" label="Name" controlProps={{ autoComplete: "off" }} />
      <SelectField
        control={control}
        name="dataSourceId"
        label="Data source"
        controlProps={{ onChangeCapture: () => choose(undefined) }}
      >
        {sources.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </SelectField>
      <Field
        label="Table"
        hint={known.isPending ? "Reading what the source offers…" : undefined}
        message={known.isError ? errorBodyOf(known.error).message : methods.formState.errors.table?.message}
      >
        {(props) => (
          <NativeSelect
            {...props}
            disabled={!known.data}
            value={chosen ? keyOf(chosen) : ""}
            onChange={({ target }) => choose(tables.find((entry) => keyOf(entry) === target.value))}
          >
            <option value="">Choose a table</option>
            {tables.map((entry) => (
              <option key={keyOf(entry)} value={keyOf(entry)}>
                {showsSchema ? `${entry.schema}.${entry.name}` : entry.name}
              </option>
            ))}
          </NativeSelect>
        )}
      </Field>
      {chosen
        ? slots.map(({ name, label, hint, types }) => (
            <SelectField key={name} control={control} name={`columns.${name}`} label={label} hint={hint}>
              <option value="">Choose a column</option>
              {chosen.columns
                .filter(({ valueType }) => types.includes(valueType))
                .map((column) => (
                  <option key={column.name} value={column.name}>
                    {column.name}
                  </option>
                ))}
            </SelectField>
          ))
        : null}
    </>
  );
}

const keyOf = ({ schema, name }: SchemaTable): string => JSON.stringify([schema, name]);
