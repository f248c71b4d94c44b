"use client";

import type { ComponentProps } from "react";
import { useFormContext } from "react-hook-form";
import { TextareaField, TextField } from "@/components/forms/fields";
import { FormActions } from "@/components/forms/form";
import { FormError } from "@/components/forms/form-error";
import { SubmitButton } from "@/components/forms/submit-button";
import { Button } from "@/components/ui/button";
import { DialogClose } from "@/components/ui/dialog";

type NamingFieldsProps = { submitLabel: string; nameProps?: ComponentProps<"input"> };

/** Name and description of what a dialog makes or renames, and its two ways out. Stands in a `Form` that has both. */
export function NamingFields({ submitLabel, nameProps }: NamingFieldsProps) {
  const { control } = useFormContext<{ name: string; description?: string }>();
  return (
    <>
      <FormError />
      <TextField control={control} name="name" label="Name" controlProps={nameProps} />
      <TextareaField
        control={control}
        name="description"
        label="Description"
        optional
        controlProps={{ rows: 3 }}
      />
      <FormActions>
        <DialogClose asChild>
          <Button>Cancel</Button>
        </DialogClose>
        <SubmitButton>{submitLabel}</SubmitButton>
      </FormActions>
    </>
  );
}
