"use client";

import { useRouter } from "next/navigation";
import { TextField } from "@/components/forms/fields";
import { Form } from "@/components/forms/form";
import { FormError } from "@/components/forms/form-error";
import { useActionForm } from "@/components/forms/use-action-form";
import type { DataSourceDto } from "@/lib/data-sources/schemas";
import type { ActionResult } from "@/lib/http/action-result";
import { FilesFormInput, type FilesValues, filesValuesOf, NEW_FILES } from "./form-values";
import { LimitFields } from "./limit-fields";
import { SaveOrCancel } from "./save-or-cancel";

export type FilesFormProps = {
  slug: string;
  locale: string;
  /** The one that is changed; a new one when left out. */
  source?: DataSourceDto;
  save: (values: FilesValues) => Promise<ActionResult<DataSourceDto>>;
};

/** A place for uploaded tables needs a name; its page then takes the files. */
export function FilesForm({ slug, locale, source, save }: FilesFormProps) {
  const router = useRouter();
  const form = useActionForm({
    schema: FilesFormInput,
    defaultValues: source ? filesValuesOf(source) : NEW_FILES,
    action: save,
    onSuccess: (saved) => router.push(`/${slug}/data-sources/${saved.id}`),
  });
  return (
    <Form form={form} className="gap-8">
      <FormError />
      <TextField
        control={form.control}
        name="name"
        label="Name"
        hint={source ? undefined : "As people know it, e.g. Budget sheets. You upload the files next."}
        controlProps={{ autoComplete: "off" }}
      />
      {source ? <LimitFields control={form.control} isServer={false} locale={locale} /> : null}
      <SaveOrCancel slug={slug} source={source} />
    </Form>
  );
}
