"use client";

import { useRouter } from "next/navigation";
import type { z } from "zod";
import { TextField } from "@/components/forms/fields";
import { Form } from "@/components/forms/form";
import { FormError } from "@/components/forms/form-error";
import { SubmitButton } from "@/components/forms/submit-button";
import { useActionForm } from "@/components/forms/use-action-form";
import { Button } from "@/components/ui/button";
import { DialogClose, DialogFooter } from "@/components/ui/dialog";
import type { ServerAction } from "@/lib/http/action-result";
import { CopyQueryInput, type QueryDto, type QuerySummary } from "@/lib/queries/schemas";

type CopyFormProps = {
  slug: string;
  query: Pick<QuerySummary, "id" | "name">;
  copy: ServerAction<z.input<typeof CopyQueryInput>, QueryDto>;
};

/** A copy under a name of its own. */
export function CopyForm({ slug, query, copy }: CopyFormProps) {
  const router = useRouter();
  const form = useActionForm({
    schema: CopyQueryInput,
    defaultValues: { queryId: query.id, name: `${query.name.slice(0, 110)} (copy)` },
    action: copy,
    onSuccess: (made) => router.push(`/${slug}/queries/${made.id}`),
    warnBeforeLeaving: false,
  });
  return (
    <Form form={form} className="flex flex-col gap-4">
      <FormError />
      <TextField control={form.control} name="name" label="Name" controlProps={{ autoComplete: "off" }} />
      <DialogFooter>
        <DialogClose asChild>
          <Button>Cancel</Button>
        </DialogClose>
        <SubmitButton>Make a copy</SubmitButton>
      </DialogFooter>
    </Form>
  );
}
