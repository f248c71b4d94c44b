"use client";

import Link from "next/link";
import { useRouter } from "next/navigation";
import { TextareaField, TextField } from "@/components/forms/fields";
import { Form, FormActions } from "@/components/forms/form";
import { FormError } from "@/components/forms/form-error";
import { SubmitButton } from "@/components/forms/submit-button";
import { useActionForm } from "@/components/forms/use-action-form";
import { Button } from "@/components/ui/button";
import type { ServerAction } from "@/lib/http/action-result";
import { CreateReportInput, type ReportDto } from "@/lib/reports/schemas";

type CreateReportFormProps = {
  slug: string;
  createReport: ServerAction<{ name: string; description?: string }, ReportDto>;
};

/** Asks for a name and opens the new report in the editor. */
export function CreateReportForm({ slug, createReport }: CreateReportFormProps) {
  const router = useRouter();
  const form = useActionForm({
    schema: CreateReportInput,
    defaultValues: { name: "", description: "" },
    action: createReport,
    onSuccess: (report) => router.push(`/${slug}/reports/${report.id}`),
  });
  return (
    <Form form={form} className="max-w-lg">
      <FormError />
      <TextField control={form.control} name="name" label="Name" controlProps={{ autoFocus: true }} />
      <TextareaField control={form.control} name="description" label="Description" optional />
      <FormActions className="sm:justify-start">
        <SubmitButton>Create report</SubmitButton>
        <Button asChild variant="ghost">
          <Link href={`/${slug}/reports`}>Cancel</Link>
        </Button>
      </FormActions>
    </Form>
  );
}
