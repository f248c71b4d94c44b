"use client";

import { useRouter } from "next/navigation";
import type { Control } from "react-hook-form";
import type { z } from "zod";
import { attempt } from "@/components/forms/attempt";
import { TextField } from "@/components/forms/fields";
import { Form } from "@/components/forms/form";
import { FormError } from "@/components/forms/form-error";
import { useActionForm } from "@/components/forms/use-action-form";
import type {
  ConnectionTest,
  DataSourceDto,
  ServerKind,
  TestConnectionInput,
} from "@/lib/data-sources/schemas";
import type { ActionResult, ServerAction } from "@/lib/http/action-result";
import { ConnectionTester } from "./connection-tester";
import {
  type FilesValues,
  newServer,
  ServerFormInput,
  type ServerValues,
  serverValuesOf,
} from "./form-values";
import { LimitFields } from "./limit-fields";
import { SaveOrCancel } from "./save-or-cancel";
import { ServerFields } from "./server-fields";

export type ServerFormProps = {
  slug: string;
  locale: string;
  kind: ServerKind;
  /** The one that is changed; a new one when left out. */
  source?: DataSourceDto;
  save: (values: ServerValues) => Promise<ActionResult<DataSourceDto>>;
  test: ServerAction<z.input<typeof TestConnectionInput>, ConnectionTest>;
  check: ServerAction<{ dataSourceId: string }, ConnectionTest>;
};

/** Adds or changes a server. Saving is explicit; what is saved is tried at once, and kept whatever the answer. */
export function ServerForm({ slug, locale, kind, source, save, test, check }: ServerFormProps) {
  const router = useRouter();
  const form = useActionForm({
    schema: ServerFormInput,
    defaultValues: source?.settings ? serverValuesOf(source, source.settings) : newServer(kind),
    action: async (values: ServerValues) => {
      const saved = await save(values);
      // Saved is saved: the badge of the source will tell that the check did not come through.
      if (saved.ok) await attempt(check({ dataSourceId: saved.data.id }));
      return saved;
    },
    onSuccess: (saved) => router.push(`/${slug}/data-sources/${saved.id}`),
  });

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
      <ServerFields form={form} kind={kind} hasPassword={source !== undefined} />
      <ConnectionTester
        form={form}
        test={({ settings, password }) => test({ dataSourceId: source?.id, kind, settings, password })}
      />
      <LimitFields
        // The limits are the same of every kind of source.
        control={form.control as unknown as Control<FilesValues, unknown, FilesValues>}
        isServer
        locale={locale}
      />
      <SaveOrCancel slug={slug} source={source} />
    </Form>
  );
}
