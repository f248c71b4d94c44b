"use client";

import { Plus } from "lucide-react";
import Link from "next/link";
import { useRouter } from "next/navigation";
import { TextareaField, TextField } from "@/components/forms/fields";
import { Form, FormActions } from "@/components/forms/form";
import { FormError } from "@/components/forms/form-error";
import { SubmitButton } from "@/components/forms/submit-button";
import { useActionForm } from "@/components/forms/use-action-form";
import { Button } from "@/components/ui/button";
import {
  Dialog,
  DialogClose,
  DialogContent,
  DialogDescription,
  DialogHeader,
  DialogTitle,
  DialogTrigger,
} from "@/components/ui/dialog";
import { CreateDashboardInput } from "@/lib/dashboards/schemas";
import type { DashboardActions } from "./screen-types";

type NewDashboardDialogProps = { workspace: string; create: DashboardActions["create"] };

/** Name first, then straight into arranging it. */
export function NewDashboardDialog({ workspace, create }: NewDashboardDialogProps) {
  return (
    <Dialog>
      <DialogTrigger asChild>
        <Button variant="primary">
          <Plus aria-hidden />
          New dashboard
        </Button>
      </DialogTrigger>
      <DialogContent>
        <DialogHeader>
          <DialogTitle>New dashboard</DialogTitle>
          <DialogDescription>
            You add its widgets next. Or{" "}
            <Link
              href={`/${workspace}/dashboards/templates`}
              className="font-medium text-accent underline underline-offset-2"
            >
              begin from a template
            </Link>
            : performance, funnel, quality and more, over your own table.
          </DialogDescription>
        </DialogHeader>
        <NewDashboardForm workspace={workspace} create={create} />
      </DialogContent>
    </Dialog>
  );
}

function NewDashboardForm({ workspace, create }: NewDashboardDialogProps) {
  const router = useRouter();
  const form = useActionForm({
    schema: CreateDashboardInput,
    defaultValues: { name: "", description: "" },
    action: create,
    warnBeforeLeaving: false,
    onSuccess: ({ id }) => router.push(`/${workspace}/dashboards/${id}?edit=true`),
  });
  return (
    <Form form={form}>
      <FormError />
      <TextField control={form.control} name="name" label="Name" controlProps={{ autoFocus: true }} />
      <TextareaField
        control={form.control}
        name="description"
        label="Description"
        optional
        controlProps={{ rows: 3 }}
      />
      <FormActions>
        <DialogClose asChild>
          <Button>Cancel</Button>
        </DialogClose>
        <SubmitButton>Create</SubmitButton>
      </FormActions>
    </Form>
  );
}
