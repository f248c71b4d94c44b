"use client";

import Link from "next/link";
import { useRouter } from "next/navigation";
import type { z } from "zod";
import { TextareaField, TextField } from "@/components/forms/fields";
import { Form, FormActions } from "@/components/forms/form";
import { FormError } from "@/components/forms/form-error";
import { SubmitButton } from "@/components/forms/submit-button";
import { useActionForm } from "@/components/forms/use-action-form";
import { Button } from "@/components/ui/button";
import { toast } from "@/components/ui/toast";
import { CreateListInput, type ListDetail, type ListDto } from "@/lib/distribution/schemas";
import type { ServerAction } from "@/lib/http/action-result";
import { MembersField } from "./members-field";

export type ListValues = z.input<typeof CreateListInput>;

type CreateProps = { slug: string; createList: ServerAction<ListValues, ListDto> };

export function CreateListForm({ slug, createList }: CreateProps) {
  return (
    <ListForm
      slug={slug}
      initial={{ name: "", description: "", members: [] }}
      save={createList}
      saveLabel="Create list"
      doneMessage="List created"
      cancelHref={`/${slug}/lists`}
    />
  );
}

type EditProps = {
  slug: string;
  list: ListDetail;
  updateList: ServerAction<ListValues & { listId: string }, ListDto>;
};

export function EditListForm({ slug, list, updateList }: EditProps) {
  const members = list.members.map(({ email, name }) => ({ email, name }));
  return (
    <ListForm
      slug={slug}
      initial={{ name: list.name, description: list.description, members }}
      save={(values) => updateList({ ...values, listId: list.id })}
      saveLabel="Save changes"
      doneMessage="List saved"
      cancelHref={`/${slug}/lists/${list.id}`}
    />
  );
}

type ListFormProps = {
  slug: string;
  initial: ListValues;
  save: ServerAction<ListValues, ListDto>;
  saveLabel: string;
  doneMessage: string;
  cancelHref: string;
};

function ListForm({ slug, initial, save, saveLabel, doneMessage, cancelHref }: ListFormProps) {
  const router = useRouter();
  const form = useActionForm({
    schema: CreateListInput,
    defaultValues: initial,
    action: save,
    onSuccess: (list) => {
      toast.success(doneMessage);
      router.push(`/${slug}/lists/${list.id}`);
    },
  });
  return (
    <Form form={form} className="max-w-3xl">
      <FormError />
      <TextField
        control={form.control}
        name="name"
        label="Name"
        controlProps={{ placeholder: "Clinic managers" }}
      />
      <TextareaField
        control={form.control}
        name="description"
        label="Description"
        optional
        hint="Who belongs on it, so that the next person knows."
        controlProps={{ rows: 2 }}
      />
      <MembersField />
      <FormActions className="flex-col sm:justify-start">
        <SubmitButton>{saveLabel}</SubmitButton>
        <Button asChild variant="ghost">
          <Link href={cancelHref}>Cancel</Link>
        </Button>
      </FormActions>
    </Form>
  );
}
