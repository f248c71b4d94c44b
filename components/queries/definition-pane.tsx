"use client";

import { lazy, Suspense, useMemo } from "react";
import type { ActionForm } from "@/components/forms/use-action-form";
import { TableSkeleton } from "@/components/ui/skeleton";
import type { Dialect, SourceSchema } from "@/lib/data-sources/schemas";
import { columnValuesOf } from "./builder/load-column-values";
import { asBuilder, type DefinitionValues, type QueryValues } from "./form-values";
import { RunBar } from "./run-bar";
import { SqlPane } from "./sql-pane";
import { SqlProblem } from "./sql-problem";
import type { useQuestion } from "./use-question";

// Who writes SQL needs no builder, and the other way round.
const BuilderEditor = lazy(async () => ({
  default: (await import("./builder/builder-editor")).BuilderEditor,
}));

/** Where people are: how numbers are written, when days and weeks begin. */
export type EditorPlace = { zone: string; locale: string; weekStartsOn: number };

type DefinitionPaneProps = {
  slug: string;
  place: EditorPlace;
  form: ActionForm<QueryValues>;
  question: ReturnType<typeof useQuestion>;
  dialect: Dialect;
  /** undefined while it is read, and when the source did not tell. */
  schema: SourceSchema | undefined;
};

/** Where the question is made: in SQL, or in the builder. */
export function DefinitionPane({ slug, place, form, question, dialect, schema }: DefinitionPaneProps) {
  const { definition, dataSourceId, preview, explain, problem } = question;
  const loadValues = useMemo(() => columnValuesOf(slug, dataSourceId), [slug, dataSourceId]);
  const builder = asBuilder(definition);
  function change(next: DefinitionValues) {
    form.methods.setValue("definition", next, { shouldDirty: true });
  }
  const running = {
    isRunning: preview.isPending,
    isExplaining: explain.isPending,
    onExplain: explain.onExplain,
  };
  if (!builder)
    return (
      <SqlPane
        form={form}
        dialect={dialect}
        tables={schema?.tables ?? []}
        problem={problem}
        onRun={question.run}
        {...running}
      />
    );
  return (
    <div className="flex min-w-0 flex-col gap-4">
      <Suspense fallback={<TableSkeleton columns={2} />}>
        <BuilderEditor
          value={builder}
          onChange={change}
          schema={schema}
          dialect={dialect}
          {...place}
          loadValues={loadValues}
          onConvert={change}
        />
      </Suspense>
      {problem ? <SqlProblem problem={problem} dialect={dialect} /> : null}
      {builder.builder.tables.length > 0 ? <RunBar onRun={() => question.run()} {...running} /> : null}
    </div>
  );
}
