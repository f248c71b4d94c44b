"use client";

import { TextField } from "@/components/forms/fields";
import { Form, FormActions } from "@/components/forms/form";
import { FormError } from "@/components/forms/form-error";
import { SubmitButton } from "@/components/forms/submit-button";
import { useActionForm } from "@/components/forms/use-action-form";
import { CreatePageLinkInput, type NewPublicLink } from "@/lib/dashboards/links/schemas";
import { ExpiryField } from "./link-fields";
import type { LinkActions } from "./link-types";

type PageLinkFormProps = {
  dashboardId: string;
  create: LinkActions["create"];
  onMade: (made: NewPublicLink) => void;
};

/** A page that anybody with its address can read. */
export function PageLinkForm({ dashboardId, create, onMade }: PageLinkFormProps) {
  const form = useActionForm({
    schema: CreatePageLinkInput,
    defaultValues: { kind: "PAGE", dashboardId, name: "", expiresInDays: 30, password: "" },
    action: create,
    onSuccess: onMade,
  });
  return (
    <Form form={form}>
      <FormError />
      <TextField
        control={form.control}
        name="name"
        label="Name"
        hint="For you and your colleagues, e.g. “Board, November”. Readers do not see it."
      />
      <ExpiryField control={form.control} name="expiresInDays" />
      <TextField
        control={form.control}
        name="password"
        label="Password"
        optional
        hint="Tell your readers by another way than the address."
        controlProps={{ type: "password", autoComplete: "new-password" }}
      />
      <FormActions>
        <SubmitButton>Make the link</SubmitButton>
      </FormActions>
    </Form>
  );
}
