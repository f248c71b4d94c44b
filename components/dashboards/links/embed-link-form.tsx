"use client";

import { ParameterFields } from "@/components/figures/parameter-fields";
import { TextField } from "@/components/forms/fields";
import { Form, FormActions } from "@/components/forms/form";
import { FormError } from "@/components/forms/form-error";
import { FormField } from "@/components/forms/form-field";
import { SubmitButton } from "@/components/forms/submit-button";
import { useActionForm } from "@/components/forms/use-action-form";
import { Textarea } from "@/components/ui/textarea";
import { CreateEmbedLinkInput, type NewPublicLink } from "@/lib/dashboards/links/schemas";
import type { DashboardFilter } from "@/lib/dashboards/schemas";
import { ExpiryField } from "./link-fields";
import type { LinkActions } from "./link-types";

type EmbedLinkFormProps = {
  dashboardId: string;
  filters: readonly DashboardFilter[];
  create: LinkActions["create"];
  onMade: (made: NewPublicLink) => void;
};

/** A frame inside the pages of named sites. */
export function EmbedLinkForm({ dashboardId, filters, create, onMade }: EmbedLinkFormProps) {
  const form = useActionForm({
    schema: CreateEmbedLinkInput,
    defaultValues: {
      kind: "EMBED",
      dashboardId,
      name: "",
      expiresInDays: null,
      allowedSites: [],
      lockedValues: {},
    },
    action: create,
    onSuccess: onMade,
  });
  const { control } = form;
  return (
    <Form form={form}>
      <FormError />
      <TextField
        control={control}
        name="name"
        label="Name"
        hint="For you and your colleagues, e.g. “Clinic portal”."
      />
      <FormField
        control={control}
        name="allowedSites"
        label="Sites that may show it"
        hint="One a line, e.g. https://portal.example.com. On any other site the frame stays empty."
      >
        {({ value, onChange, ...rest }) => (
          <Textarea
            {...rest}
            rows={3}
            value={value?.join("\n") ?? ""}
            onChange={({ target }) => onChange(target.value.split("\n"))}
          />
        )}
      </FormField>
      <ExpiryField control={control} name="expiresInDays" />
      {filters.length > 0 ? (
        <FormField
          control={control}
          name="lockedValues"
          label="Held values"
          hint="Filters with a value here keep it: no visitor can change it, and figures that do not follow the filter are not shown."
        >
          {({ value, onChange, ...rest }) => (
            <div {...groupProps(rest)} className="flex flex-col gap-3 rounded-md border border-rule p-3">
              <ParameterFields
                definitions={filters.map((filter) => ({ ...filter, default: undefined, isRequired: false }))}
                values={value ?? {}}
                onChange={onChange}
              />
            </div>
          )}
        </FormField>
      ) : null}
      <FormActions>
        <SubmitButton>Make the frame</SubmitButton>
      </FormActions>
    </Form>
  );
}

/** Several inputs share one label and one message. */
const groupProps = ({
  id,
  "aria-describedby": describedBy,
}: {
  id: string;
  "aria-describedby"?: string;
}) => ({
  id,
  role: "group",
  "aria-label": "Held values",
  "aria-describedby": describedBy,
});
