"use client";

import { useRouter } from "next/navigation";
import type { z } from "zod";
import { useActionForm } from "@/components/forms/use-action-form";
import { PageHeader } from "@/components/layout/page-header";
import { Button } from "@/components/ui/button";
import type { ServerAction } from "@/lib/http/action-result";
import type { CreateQueryInput, QueryDto } from "@/lib/queries/schemas";
import { newQueryValues, QueryFormInput, type QueryValues } from "./form-values";
import { QUERY_FORM_ID, QueryEditor, type SourceChoice } from "./query-editor";

type NewQueryProps = {
  slug: string;
  place: { zone: string; locale: string };
  sources: readonly SourceChoice[];
  categories: readonly string[];
  /** What it starts with. */
  dataSourceId: string;
  sql: string;
  save: ServerAction<z.input<typeof CreateQueryInput>, QueryDto>;
};

export function NewQuery({ dataSourceId, sql, save, ...editor }: NewQueryProps) {
  const router = useRouter();
  const { slug } = editor;
  const form = useActionForm({
    schema: QueryFormInput,
    defaultValues: newQueryValues(dataSourceId, sql),
    action: ({ changeNote: _none, ...values }: QueryValues) => save(values),
    onSuccess: (query) => router.push(`/${slug}/queries/${query.id}`),
  });
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
      <QueryEditor {...editor} form={form} />
    </>
  );
}
