"use client";

import { useRouter } from "next/navigation";
import { useWatch } from "react-hook-form";
import type { z } from "zod";
import { SelectField, TextField } from "@/components/forms/fields";
import { Form } from "@/components/forms/form";
import { FormError } from "@/components/forms/form-error";
import { SubmitButton } from "@/components/forms/submit-button";
import { useActionForm } from "@/components/forms/use-action-form";
import { Button } from "@/components/ui/button";
import { DialogClose, DialogFooter } from "@/components/ui/dialog";
import { Field } from "@/components/figures/field";
import { errorBodyOf } from "@/components/figures/fetch-json";
import { NativeSelect } from "@/components/ui/native-select";
import type { SchemaTable } from "@/lib/data-sources/schemas";
import type { ServerAction } from "@/lib/http/action-result";
import type { QueryTemplate } from "@/lib/queries/library/templates";
import { type QueryDto, UseTemplateInput } from "@/lib/queries/schemas";
import { hasSchemas, keysOf, likelyFirst } from "../builder/schema-lookups";
import { useSourceSchema } from "../use-source-schema";

type TemplateFormProps = {
  slug: string;
  sources: readonly { id: string; name: string }[];
  template: QueryTemplate;
  use: ServerAction<z.input<typeof UseTemplateInput>, QueryDto>;
};

/** Which table and columns a template is about. */
export function TemplateForm({ slug, sources, template, use }: TemplateFormProps) {
  const router = useRouter();
  const form = useActionForm({
    schema: UseTemplateInput,
    defaultValues: {
      templateId: template.id,
      name: template.name,
      dataSourceId: sources[0]?.id ?? "",
      schema: "",
      table: "",
      columns: {},
    },
    action: use,
    onSuccess: (made) => router.push(`/${slug}/queries/${made.id}`),
    warnBeforeLeaving: false,
  });
  const { methods, control } = form;
  const [dataSourceId, schema, table] = useWatch({ control, name: ["dataSourceId", "schema", "table"] });
  const known = useSourceSchema(slug, dataSourceId);
  const tables = likelyFirst(known.data?.tables ?? []);
  const showsSchema = hasSchemas(known.data);
  const chosen = tables.find((entry) => entry.schema === schema && entry.name === table);

  function choose(next: SchemaTable | undefined) {
    methods.setValue("schema", next?.schema ?? "");
    // That none is chosen yet is no mistake before the form is sent.
    methods.setValue("table", next?.name ?? "", { shouldValidate: next !== undefined });
    methods.setValue("columns", next ? guessColumns(template, next) : {});
  }
  return (
    <Form form={form} className="flex flex-col gap-4">
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
        message={
          known.isError
            ? errorBodyOf(known.error).message
            : methods.formState.errors.table?.message?.toString()
        }
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
        ? template.slots.map((slot) => (
            <SelectField key={slot.name} control={control} name={`columns.${slot.name}`} label={slot.label}>
              <option value="">Choose a column</option>
              {chosen.columns
                .filter(({ valueType }) => slot.types.includes(valueType))
                .map(({ name }) => (
                  <option key={name} value={name}>
                    {name}
                  </option>
                ))}
            </SelectField>
          ))
        : null}
      <DialogFooter>
        <DialogClose asChild>
          <Button>Cancel</Button>
        </DialogClose>
        <SubmitButton>Make the query</SubmitButton>
      </DialogFooter>
    </Form>
  );
}

const keyOf = ({ schema, name }: SchemaTable): string => JSON.stringify([schema, name]);

/** The first column that fits each slot and is not taken; keys and ids are rarely what is added up. */
function guessColumns(template: QueryTemplate, table: SchemaTable): Record<string, string> {
  const taken = new Set<string>();
  const isKey = keysOf(table);
  return Object.fromEntries(
    template.slots.flatMap((slot) => {
      const fitting = table.columns.filter(
        ({ name, valueType }) => slot.types.includes(valueType) && !taken.has(name),
      );
      const column = fitting.find(({ name }) => !isKey(name)) ?? fitting[0];
      if (!column) return [];
      taken.add(column.name);
      return [[slot.name, column.name]];
    }),
  );
}
