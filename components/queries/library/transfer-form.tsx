"use client";

import type { z } from "zod";
import { SelectField } from "@/components/forms/fields";
import { Form } from "@/components/forms/form";
import { FormError } from "@/components/forms/form-error";
import { SubmitButton } from "@/components/forms/submit-button";
import { useActionForm } from "@/components/forms/use-action-form";
import { Button } from "@/components/ui/button";
import { DialogClose, DialogFooter } from "@/components/ui/dialog";
import { toast } from "@/components/ui/toast";
import type { ServerAction } from "@/lib/http/action-result";
import { type QueryDto, type SharingChoices, TransferQueryInput } from "@/lib/queries/schemas";

type TransferFormProps = {
  query: QueryDto;
  owners: SharingChoices["owners"];
  transfer: ServerAction<z.input<typeof TransferQueryInput>, QueryDto>;
  onDone: () => void;
};

/** A new owner among the people who may keep queries. */
export function TransferForm({ query, owners, transfer, onDone }: TransferFormProps) {
  const form = useActionForm({
    schema: TransferQueryInput,
    defaultValues: { queryId: query.id, ownerId: "" },
    action: transfer,
    onSuccess: (given) => {
      toast.success(`“${given.name}” belongs to ${given.ownerName} now`);
      onDone();
    },
    warnBeforeLeaving: false,
  });
  return (
    <Form form={form} className="flex flex-col gap-4">
      <FormError />
      <SelectField control={form.control} name="ownerId" label="New owner">
        <option value="">Choose a person</option>
        {owners
          .filter(({ id }) => id !== query.ownerId)
          .map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
      </SelectField>
      <DialogFooter>
        <DialogClose asChild>
          <Button>Cancel</Button>
        </DialogClose>
        <SubmitButton>Give</SubmitButton>
      </DialogFooter>
    </Form>
  );
}
