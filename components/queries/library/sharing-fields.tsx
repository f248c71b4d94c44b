"use client";

import { useWatch } from "react-hook-form";
import { CheckboxField, SelectField } from "@/components/forms/fields";
import { FormField } from "@/components/forms/form-field";
import type { ActionForm } from "@/components/forms/use-action-form";
import { Checkbox } from "@/components/ui/checkbox";
import type { SharingChoices } from "@/lib/queries/schemas";
import { Visibility } from "@/lib/sharing/schemas";
import type { QueryValues } from "../form-values";
import { VISIBILITY_WORDS } from "./visibility-words";

type SharingFieldsProps = { form: ActionForm<QueryValues>; choices: SharingChoices };

/** Who finds the query in the library, and sees the figures made of it. */
export function SharingFields({ form, choices }: SharingFieldsProps) {
  const visibility = useWatch({ control: form.control, name: "visibility" });
  return (
    <div className="flex flex-col gap-4">
      <SelectField
        control={form.control}
        name="visibility"
        label="Who sees it"
        hint={VISIBILITY_WORDS[visibility ?? "WORKSPACE"].hint}
      >
        {Visibility.options.map((option) => (
          <option key={option} value={option}>
            {VISIBILITY_WORDS[option].label}
          </option>
        ))}
      </SelectField>
      {visibility === "DEPARTMENT" ? (
        <SelectField control={form.control} name="departmentId" label="Department">
          <option value="">Choose a department</option>
          {choices.departments.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </SelectField>
      ) : null}
      {visibility === "ROLE" ? <JobRoles form={form} jobRoles={choices.jobRoles} /> : null}
      <CheckboxField
        control={form.control}
        name="isTemplate"
        label="Offer it as a template"
        hint="Others begin their own query from a copy of it."
      />
    </div>
  );
}

function JobRoles({ form, jobRoles }: { form: ActionForm<QueryValues>; jobRoles: readonly string[] }) {
  return (
    <FormField control={form.control} name="jobRoles" label="Job roles">
      {({ value, onChange }) => {
        const chosen = value ?? [];
        const offered = [...new Set([...jobRoles, ...chosen])];
        if (offered.length === 0)
          return (
            <p className="text-13 text-ink-2">Nobody has a job role yet. Admins give them to members.</p>
          );
        return (
          <fieldset className="flex flex-col gap-2">
            <legend className="sr-only">Job roles that see it</legend>
            {offered.map((jobRole) => (
              <label key={jobRole} className="flex items-center gap-2 text-13">
                <Checkbox
                  checked={chosen.includes(jobRole)}
                  onCheckedChange={(checked) =>
                    onChange(
                      checked === true ? [...chosen, jobRole] : chosen.filter((entry) => entry !== jobRole),
                    )
                  }
                />
                {jobRole}
              </label>
            ))}
          </fieldset>
        );
      }}
    </FormField>
  );
}
