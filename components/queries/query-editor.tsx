"use client";

import type { ReactNode } from "react";
import { useSourceSchema } from "@/components/figures/use-source-schema";
import { SelectField, TextField } from "@/components/forms/fields";
import { Form } from "@/components/forms/form";
import { FormError } from "@/components/forms/form-error";
import type { ActionForm } from "@/components/forms/use-action-form";
import { PageBody } from "@/components/layout/page-body";
import { focusOnMount } from "@/components/ui/focus-on-mount";
import { DIALECTS, type SourceKind } from "@/lib/data-sources/schemas";
import { ColumnUnits } from "./column-units";
import type { ExportDto } from "@/lib/exports/schemas";
import type { ServerAction } from "@/lib/http/action-result";
import { hasPeriod } from "@/lib/queries/builder/has-period";
import type { SharingChoices } from "@/lib/queries/schemas";
import { ExportMenu, type ExportRequest } from "./export-menu";
import { DefinitionPane, type EditorPlace } from "./definition-pane";
import { asBuilder, type QueryValues } from "./form-values";
import { SharingFields } from "./library/sharing-fields";
import { ParameterDefinitions } from "./parameter-definitions";
import { QueryDetails } from "./query-details";
import { QueryResultPanel } from "./result-grid/result-panel";
import { RunProgress } from "./run-progress";
import { RunSettings } from "./run-settings";
import { useSaveCheck } from "./save-check";
import { useQuestion } from "./use-question";

export const QUERY_FORM_ID = "query-form";

export type SourceChoice = { id: string; name: string; kind: SourceKind };

export type QueryEditorProps = {
  slug: string;
  place: EditorPlace;
  sources: readonly SourceChoice[];
  categories: readonly string[];
  /** With whom it can be shared. */
  sharing: SharingChoices;
  form: ActionForm<QueryValues>;
  /** null before it is saved. */
  queryId?: string | null;
  /** False for a query that stands as it was saved: then there is nothing to try before saving. */
  isChanged: boolean;
  /** What saving changes too, see `usesWords`. */
  consequence?: string | null;
  /** Over the text, e.g. the choice between builder and SQL. */
  head?: ReactNode;
  /** First on the side, e.g. the change note. */
  children?: ReactNode;
  /** Under the question and its result, e.g. what became of it before. */
  below?: ReactNode;
  /** Makes a file of the whole result. */
  exportResult: ServerAction<ExportRequest, ExportDto>;
};

/** Making, trying and describing a query. Saving is the page's: `form="query-form"` on its button. */
export function QueryEditor(props: QueryEditorProps) {
  const {
    slug,
    place,
    sources,
    categories,
    sharing,
    form,
    queryId = null,
    isChanged,
    consequence = null,
    head,
    children,
    below,
    exportResult,
  } = props;
  const question = useQuestion(slug, form, queryId);
  const { preview, parameters, explain } = question;
  const schema = useSourceSchema(slug, question.dataSourceId);
  const source = sources.find(({ id }) => id === question.dataSourceId);
  const check = useSaveCheck({
    form,
    isUntried: isChanged && !question.wasRun,
    consequence,
    onRun: () => question.run(),
  });
  const isAboutText = form.error?.details.position !== undefined;
  const isText = question.definition.kind === "sql";
  const builder = asBuilder(question.definition);

  return (
    <Form
      form={check.form}
      id={QUERY_FORM_ID}
      className="min-w-0 flex-1"
      onKeyDown={(event) => {
        // The editor has its own; everywhere else in the form the keys mean the same.
        if (event.defaultPrevented || event.key !== "Enter" || !(event.metaKey || event.ctrlKey)) return;
        event.preventDefault();
        question.run();
      }}
    >
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
              {sources.map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
            </SelectField>
          </div>
          {head}
          <DefinitionPane
            slug={slug}
            place={place}
            form={form}
            question={question}
            dialect={DIALECTS[source?.kind ?? "POSTGRESQL"]}
            schema={schema.data}
          />
          <RunSettings
            slug={slug}
            parameters={parameters}
            followsPeriod={builder !== null && hasPeriod(builder.builder.filters)}
            value={question.settings}
            onChange={question.setSettings}
          />
          {preview.isPending ? <RunProgress onCancel={preview.cancel} /> : null}
          {preview.isCancelled ? (
            <p
              ref={focusOnMount}
              tabIndex={-1}
              role="status"
              className="rounded-lg border bg-card p-4 text-13 text-ink-2"
            >
              You cancelled this run. The data source was told to stop.
            </p>
          ) : null}
          {preview.data || explain.isPending || explain.lines || explain.error ? (
            <QueryResultPanel
              preview={preview.data ?? null}
              place={place}
              isStale={question.isStale}
              isAwaited={question.isAwaited}
              tab={question.tab}
              onTab={question.setTab}
              explain={explain}
              actions={
                <ExportMenu
                  slug={slug}
                  locale={place.locale}
                  ask={(format) => ({
                    ...question.asked(),
                    of: "draft",
                    name: form.methods.getValues("name"),
                    format,
                  })}
                  request={exportResult}
                />
              }
            />
          ) : null}
          {below}
        </div>
        <div className="flex min-w-0 flex-col gap-6">
          {children}
          {isText || parameters.length > 0 ? (
            <Panel title="Parameters">
              <ParameterDefinitions
                form={form}
                slug={slug}
                dialect={DIALECTS[source?.kind ?? "POSTGRESQL"]}
              />
            </Panel>
          ) : null}
          {/* The builder's measures have their own units. */}
          {isText ? (
            <Panel title="Units">
              <ColumnUnits form={form} columns={preview.data?.columns ?? null} />
            </Panel>
          ) : null}
          <Panel title="Details">
            <QueryDetails form={form} categories={categories} />
          </Panel>
          <Panel title="Sharing">
            <SharingFields form={form} choices={sharing} />
          </Panel>
        </div>
      </PageBody>
      {check.dialog}
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
