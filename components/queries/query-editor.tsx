"use client";

import { Play } from "lucide-react";
import { type ReactNode, useRef, useState } from "react";
import { useWatch } from "react-hook-form";
import { errorBodyOf } from "@/components/figures/fetch-json";
import { SelectField, TextField } from "@/components/forms/fields";
import { Form } from "@/components/forms/form";
import { FormError } from "@/components/forms/form-error";
import type { ActionForm } from "@/components/forms/use-action-form";
import { PageBody } from "@/components/layout/page-body";
import { Button } from "@/components/ui/button";
import { Kbd } from "@/components/ui/kbd";
import type { ErrorBody } from "@/lib/errors";
import { QueryDefinition } from "@/lib/queries/schemas";
import { ColumnUnits } from "./column-units";
import type { QueryValues } from "./form-values";
import { ParameterDefinitions } from "./parameter-definitions";
import { PreviewResult } from "./preview-result";
import { QueryDetails } from "./query-details";
import { RunProgress } from "./run-progress";
import { RunSettings, type RunSettingsValue } from "./run-settings";
import { SqlField } from "./sql-field";
import { SqlProblem } from "./sql-problem";
import { usePreview } from "./use-preview";

export const QUERY_FORM_ID = "query-form";

export type SourceChoice = { id: string; name: string };

type QueryEditorProps = {
  slug: string;
  place: { zone: string; locale: string };
  sources: readonly SourceChoice[];
  categories: readonly string[];
  form: ActionForm<QueryValues>;
  /** First on the side, e.g. the change note. */
  children?: ReactNode;
};

/** Writing, trying and describing a query. Saving is the page's: `form="query-form"` on its button. */
export function QueryEditor({ slug, place, sources, categories, form, children }: QueryEditorProps) {
  const sqlRef = useRef<HTMLTextAreaElement>(null);
  const preview = usePreview(slug);
  // A run has the last word over an earlier try to save.
  const [answered, setAnswered] = useState<ErrorBody | null>(null);
  const [settings, setSettings] = useState<RunSettingsValue>({ range: "last_30_days", values: {} });
  const definition = useWatch({ control: form.control, name: "definition" });
  const dataSourceId = useWatch({ control: form.control, name: "dataSourceId" });
  const parameters = QueryDefinition.shape.parameters.safeParse(definition.parameters).data ?? [];

  function run() {
    setAnswered(form.error);
    const known = new Set(parameters.map((parameter) => parameter.name));
    const values = Object.entries(settings.values).filter(([name]) => known.has(name));
    preview.run({
      dataSourceId,
      definition: form.methods.getValues("definition"),
      values: Object.fromEntries(values),
      range: { kind: "relative", name: settings.range },
    });
  }
  function show(offset: number) {
    sqlRef.current?.focus();
    sqlRef.current?.setSelectionRange(offset, offset + 1);
  }

  const isAboutText = form.error?.details.position !== undefined;
  const saveProblem = isAboutText && form.error !== answered ? form.error : null;
  const triedSql = preview.variables?.definition.sql ?? definition.sql;
  const isStale = triedSql !== definition.sql;
  // What was wrong with an earlier text says nothing about this one.
  const problem = saveProblem ?? (preview.isError && !isStale ? errorBodyOf(preview.error) : null);

  return (
    <Form form={form} id={QUERY_FORM_ID} className="min-w-0 flex-1">
      <PageBody className="grid content-start items-start gap-6 lg:grid-cols-[minmax(0,1fr)_20rem]">
        <div className="flex min-w-0 flex-col gap-5">
          {isAboutText ? null : <FormError />}
          <div className="grid gap-4 sm:grid-cols-[1fr_16rem]">
            <TextField
              control={form.control}
              name="name"
              label="Name"
              controlProps={{ autoComplete: "off" }}
            />
            <SelectField control={form.control} name="dataSourceId" label="Data source">
              {sources.map((source) => (
                <option key={source.id} value={source.id}>
                  {source.name}
                </option>
              ))}
            </SelectField>
          </div>
          <SqlField form={form} fieldRef={sqlRef} onRun={run} />
          {problem ? (
            <SqlProblem
              sql={saveProblem ? definition.sql : triedSql}
              error={problem}
              onShow={saveProblem || !isStale ? show : undefined}
            />
          ) : null}
          <RunSettings parameters={parameters} value={settings} onChange={setSettings} />
          <div className="flex items-center gap-3">
            <Button onClick={run} loading={preview.isPending}>
              <Play aria-hidden />
              Run
            </Button>
            <span aria-hidden className="hidden items-center gap-1 text-xs text-ink-3 sm:flex">
              <Kbd>Ctrl</Kbd> or <Kbd>⌘</Kbd> with <Kbd>Enter</Kbd>
            </span>
          </div>
          {preview.isPending ? <RunProgress onCancel={preview.cancel} /> : null}
          {preview.data ? <PreviewResult preview={preview.data} place={place} isStale={isStale} /> : null}
        </div>
        <div className="flex min-w-0 flex-col gap-6">
          {children}
          <Panel title="Parameters">
            <ParameterDefinitions form={form} />
          </Panel>
          <Panel title="Units">
            <ColumnUnits form={form} columns={preview.data?.columns ?? null} />
          </Panel>
          <Panel title="Details">
            <QueryDetails form={form} categories={categories} />
          </Panel>
        </div>
      </PageBody>
    </Form>
  );
}

export function Panel({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section aria-label={title} className="flex flex-col gap-4 rounded-lg border bg-card p-4">
      <h2 className="font-serif text-lg leading-6">{title}</h2>
      {children}
    </section>
  );
}
