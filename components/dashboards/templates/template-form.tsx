"use client";

import { useQuery } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useWatch } from "react-hook-form";
import { Field } from "@/components/figures/field";
import { errorBodyOf, fetchJson } from "@/components/figures/fetch-json";
import { SelectField, TextField } from "@/components/forms/fields";
import { Form, FormActions } from "@/components/forms/form";
import { FormError } from "@/components/forms/form-error";
import { SubmitButton } from "@/components/forms/submit-button";
import { useActionForm } from "@/components/forms/use-action-form";
import { NativeSelect } from "@/components/ui/native-select";
import { DashboardFromTemplateInput, type TemplateSummary } from "@/lib/dashboards/templates/schemas";
import type { SchemaTable, SourceSchema } from "@/lib/data-sources/schemas";
import { guessColumns } from "./guess-columns";
import { LivePreview } from "./live-preview";
import type { CreateFromTemplate } from "./template-types";

type TemplateFormProps = {
  slug: string;
  sources: readonly { id: string; name: string }[];
  template: TemplateSummary;
  create: CreateFromTemplate;
};

/** Which table and columns a template is about, and how that looks. */
export function TemplateForm({ slug, sources, template, create }: TemplateFormProps) {
  const router = useRouter();
  const form = useActionForm({
    schema: DashboardFromTemplateInput,
    defaultValues: {
      templateId: template.id,
      name: template.name,
      dataSourceId: sources[0]?.id ?? "",
      schema: "",
      table: "",
      columns: {},
    },
    action: create,
    onSuccess: ({ id }) => router.push(`/${slug}/dashboards/${id}`),
    warnBeforeLeaving: false,
  });
  const { methods, control } = form;
  const values = useWatch({ control });
  const known = useTables(slug, values.dataSourceId ?? "");
  const tables = known.data?.tables ?? [];
  const chosen = tables.find((entry) => entry.schema === values.schema && entry.name === values.table);

  function choose(next: SchemaTable | undefined) {
    methods.setValue("schema", next?.schema ?? "");
    // That none is chosen yet is no mistake before the form is sent.
    methods.setValue("table", next?.name ?? "", { shouldValidate: next !== undefined });
    methods.setValue("columns", next ? guessColumns(template.slots, next) : {});
  }
  return (
    <div className="grid gap-6 lg:grid-cols-[20rem_minmax(0,1fr)]">
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
                  {nameOf(entry, tables)}
                </option>
              ))}
            </NativeSelect>
          )}
        </Field>
        {chosen
          ? template.slots.map((slot) => (
              <SelectField
                key={slot.name}
                control={control}
                name={`columns.${slot.name}`}
                label={slot.label}
                hint={slot.hint}
              >
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
        <FormActions>
          <SubmitButton>Make the dashboard</SubmitButton>
        </FormActions>
      </Form>
      <LivePreview
        slug={slug}
        template={template}
        choice={
          chosen && {
            templateId: template.id,
            dataSourceId: values.dataSourceId ?? "",
            schema: chosen.schema,
            table: chosen.name,
            columns: filled(values.columns),
          }
        }
      />
    </div>
  );
}

/** A source that does not answer is not asked twice. */
function useTables(slug: string, dataSourceId: string) {
  return useQuery({
    queryKey: ["dashboard-template-tables", slug, dataSourceId],
    queryFn: ({ signal }): Promise<SourceSchema> =>
      fetchJson(`/api/v1/data-sources/${dataSourceId}/schema?workspace=${encodeURIComponent(slug)}`, {
        signal,
      }),
    enabled: dataSourceId !== "",
    retry: false,
  });
}

const keyOf = ({ schema, name }: SchemaTable): string => JSON.stringify([schema, name]);

const nameOf = ({ schema, name }: SchemaTable, all: readonly SchemaTable[]): string =>
  all.some((other) => other.schema !== schema) ? `${schema}.${name}` : name;

const filled = (columns: Record<string, string | undefined> | undefined): Record<string, string> =>
  Object.fromEntries(Object.entries(columns ?? {}).flatMap(([slot, name]) => (name ? [[slot, name]] : [])));
