"use client";

import { useRouter } from "next/navigation";
import type { z } from "zod";
import { Form } from "@/components/forms/form";
import { SubmitButton } from "@/components/forms/submit-button";
import { useActionForm } from "@/components/forms/use-action-form";
import { initialTemplateValues, TemplateFields } from "@/components/library/template-fields";
import { Button } from "@/components/ui/button";
import { DialogClose, DialogFooter } from "@/components/ui/dialog";
import type { ServerAction } from "@/lib/http/action-result";
import type { QueryTemplate } from "@/lib/queries/library/templates";
import { type QueryDto, UseTemplateInput } from "@/lib/queries/schemas";

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
    defaultValues: initialTemplateValues(template, sources),
    action: use,
    onSuccess: (made) => router.push(`/${slug}/queries/${made.id}`),
    warnBeforeLeaving: false,
  });
  return (
    <Form form={form} className="flex flex-col gap-4">
      <TemplateFields slug={slug} form={form} sources={sources} slots={template.slots} />
      <DialogFooter>
        <DialogClose asChild>
          <Button>Cancel</Button>
        </DialogClose>
        <SubmitButton>Make the query</SubmitButton>
      </DialogFooter>
    </Form>
  );
}
