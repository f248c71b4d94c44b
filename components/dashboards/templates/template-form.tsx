"use client";

import { useRouter } from "next/navigation";
import { useWatch } from "react-hook-form";
import { Form, FormActions } from "@/components/forms/form";
import { SubmitButton } from "@/components/forms/submit-button";
import { useActionForm } from "@/components/forms/use-action-form";
import { initialTemplateValues, TemplateFields } from "@/components/library/template-fields";
import { DashboardFromTemplateInput, type TemplateSummary } from "@/lib/dashboards/templates/schemas";
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
    defaultValues: initialTemplateValues(template, sources),
    action: create,
    onSuccess: ({ id }) => router.push(`/${slug}/dashboards/${id}`),
    warnBeforeLeaving: false,
  });
  const [dataSourceId, schema, table, columns] = useWatch({
    control: form.control,
    name: ["dataSourceId", "schema", "table", "columns"],
  });
  return (
    <div className="grid gap-6 lg:grid-cols-[20rem_minmax(0,1fr)]">
      <Form form={form} className="flex flex-col gap-4">
        <TemplateFields slug={slug} form={form} sources={sources} slots={template.slots} />
        <FormActions>
          <SubmitButton>Make the dashboard</SubmitButton>
        </FormActions>
      </Form>
      <LivePreview
        slug={slug}
        template={template}
        choice={
          table === ""
            ? undefined
            : { templateId: template.id, dataSourceId, schema, table, columns: filled(columns) }
        }
      />
    </div>
  );
}

const filled = (columns: Record<string, string | undefined>): Record<string, string> =>
  Object.fromEntries(Object.entries(columns).flatMap(([slot, name]) => (name ? [[slot, name]] : [])));
