"use client";

import { useRouter } from "next/navigation";
import { useRef } from "react";
import { useWatch } from "react-hook-form";
import type { z } from "zod";
import { useActionForm } from "@/components/forms/use-action-form";
import { PageHeader } from "@/components/layout/page-header";
import { Button } from "@/components/ui/button";
import { SegmentedControl } from "@/components/ui/segmented-control";
import type { ServerAction } from "@/lib/http/action-result";
import type { CreateQueryInput, QueryDto } from "@/lib/queries/schemas";
import {
  type DefinitionValues,
  type EditorMode,
  emptyBuilder,
  emptySql,
  newQueryValues,
  QueryFormInput,
  type QueryValues,
} from "./form-values";
import { QUERY_FORM_ID, QueryEditor, type QueryEditorProps } from "./query-editor";

type NewQueryProps = Pick<
  QueryEditorProps,
  "slug" | "place" | "sources" | "categories" | "sharing" | "exportResult"
> & {
  /** What it starts with. */
  dataSourceId: string;
  definition: DefinitionValues;
  save: ServerAction<z.input<typeof CreateQueryInput>, QueryDto>;
};

const MODES = [
  { value: "builder", label: "Builder" },
  { value: "sql", label: "SQL" },
] as const;

export function NewQuery({ dataSourceId, definition, save, ...editor }: NewQueryProps) {
  const router = useRouter();
  const { slug } = editor;
  const form = useActionForm({
    schema: QueryFormInput,
    defaultValues: newQueryValues(dataSourceId, definition),
    action: ({ changeNote: _none, ...values }: QueryValues) => save(values),
    onSuccess: (query) => router.push(`/${slug}/queries/${query.id}`),
  });
  const mode = useWatch({ control: form.control, name: "definition.kind" });
  // What stands in the way that is not shown: nothing of it is lost by a look at the other.
  const others = useRef({ builder: emptyBuilder(), sql: emptySql() });

  function change(next: EditorMode) {
    const now = form.methods.getValues("definition");
    if (now.kind === next) return;
    others.current[now.kind] = now;
    form.methods.setValue("definition", others.current[next], { shouldDirty: true });
  }
  return (
    <>
      <PageHeader
        title="New query"
        breadcrumbs={[{ label: "Queries", href: `/${slug}/queries` }]}
        action={
          <Button type="submit" form={QUERY_FORM_ID} variant="primary" loading={form.pending}>
            Save query
          </Button>
        }
      />
      <QueryEditor
        {...editor}
        form={form}
        isChanged
        head={
          <div className="flex flex-wrap items-center gap-3">
            <SegmentedControl label="How to ask" value={mode} onValueChange={change} options={MODES} />
            <p className="text-xs text-ink-3">
              {mode === "builder" ? "Choose tables, columns and measures." : "Write the question yourself."}
            </p>
          </div>
        }
      />
    </>
  );
}
