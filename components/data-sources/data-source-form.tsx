"use client";

import Link from "next/link";
import { useRouter } from "next/navigation";
import { attempt } from "@/components/forms/attempt";
import { TextField } from "@/components/forms/fields";
import { Form, FormActions } from "@/components/forms/form";
import { FormError } from "@/components/forms/form-error";
import { SubmitButton } from "@/components/forms/submit-button";
import { useActionForm } from "@/components/forms/use-action-form";
import { Button } from "@/components/ui/button";
import type { ConnectionTest, DataSourceDto, TestConnectionInput } from "@/lib/data-sources/schemas";
import type { ServerAction } from "@/lib/http/action-result";
import type { z } from "zod";
import { ConnectionTester } from "./connection-tester";
import { ConnectionFields, LimitFields } from "./data-source-fields";
import { DataSourceFormInput, type DataSourceValues, NEW_SOURCE, valuesOf } from "./form-values";

type DataSourceFormProps = {
  slug: string;
  /** The one that is changed; a new one when left out. */
  source?: DataSourceDto;
  save: ServerAction<DataSourceValues, DataSourceDto>;
  test: ServerAction<z.input<typeof TestConnectionInput>, ConnectionTest>;
  check: ServerAction<{ dataSourceId: string }, ConnectionTest>;
};

/** Adds or changes a source. Saving is explicit; what is saved is tried at once, and kept whatever the answer. */
export function DataSourceForm({ slug, source, save, test, check }: DataSourceFormProps) {
  const router = useRouter();
  const form = useActionForm({
    schema: DataSourceFormInput,
    defaultValues: source ? valuesOf(source) : NEW_SOURCE,
    action: async (values: DataSourceValues) => {
      const saved = await save(values);
      // Saved is saved: the badge of the source will tell that the check did not come through.
      if (saved.ok) await attempt(check({ dataSourceId: saved.data.id }));
      return saved;
    },
    onSuccess: (saved) => router.push(`/${slug}/data-sources/${saved.id}`),
  });
  const back = source ? `/${slug}/data-sources/${source.id}` : `/${slug}/data-sources`;

  return (
    <Form form={form} className="gap-8">
      <FormError />
      <TextField
        control={form.control}
        name="name"
        label="Name"
        hint="As people know it, e.g. Clinic database."
        controlProps={{ autoComplete: "off" }}
      />
      <ConnectionFields control={form.control} hasPassword={source !== undefined} />
      <ConnectionTester
        form={form}
        test={({ settings, password }) => test({ dataSourceId: source?.id, settings, password })}
      />
      <LimitFields control={form.control} />
      <FormActions className="sm:justify-start">
        <SubmitButton>{source ? "Save" : "Add data source"}</SubmitButton>
        <Button asChild variant="ghost">
          <Link href={back}>Cancel</Link>
        </Button>
      </FormActions>
    </Form>
  );
}
