"use client";

import { LayoutDashboard } from "lucide-react";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { useWatch } from "react-hook-form";
import { z } from "zod";
import { SelectField, TextField } from "@/components/forms/fields";
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
import type { DashboardDto } from "@/lib/dashboards/schemas";
import { addFigure, type AddFigureActions } from "./add-figure";

type AddToDashboardProps = {
  workspace: string;
  query: { id: string; name: string };
  /** Those the person may change. */
  dashboards: readonly { id: string; name: string }[];
  actions: AddFigureActions;
};

/** From a saved query to a dashboard that shows it, as the figure that fits its rows. */
export function AddToDashboard(props: AddToDashboardProps) {
  const [isOpen, setOpen] = useState(false);
  return (
    <Dialog open={isOpen} onOpenChange={setOpen}>
      <DialogTrigger asChild>
        <Button>
          <LayoutDashboard aria-hidden />
          Add to a dashboard
        </Button>
      </DialogTrigger>
      <DialogContent>
        <DialogHeader>
          <DialogTitle>Add to a dashboard</DialogTitle>
          <DialogDescription>
            “{props.query.name}” is drawn as the figure that fits its rows. You can change it there.
          </DialogDescription>
        </DialogHeader>
        <AddForm {...props} />
      </DialogContent>
    </Dialog>
  );
}

const NEW = "";
const AddInput = z
  .object({ dashboardId: z.string(), name: z.string().trim().max(120, "A name has at most 120 characters.") })
  .refine(({ dashboardId, name }) => dashboardId !== NEW || name !== "", {
    message: "Give the new dashboard a name.",
    path: ["name"],
  });

function AddForm({ workspace, query, dashboards, actions }: AddToDashboardProps) {
  const router = useRouter();
  const form = useActionForm({
    schema: AddInput,
    defaultValues: { dashboardId: dashboards[0]?.id ?? NEW, name: query.name },
    action: ({ dashboardId, name }) => {
      const target = dashboardId === NEW ? { name } : { dashboardId };
      return addFigure(workspace, { query, target }, actions);
    },
    onSuccess: ({ id }: DashboardDto) => router.push(`/${workspace}/dashboards/${id}`),
    warnBeforeLeaving: false,
  });
  const dashboardId = useWatch({ control: form.control, name: "dashboardId" });
  return (
    <Form form={form}>
      <FormError />
      <SelectField control={form.control} name="dashboardId" label="Dashboard">
        {dashboards.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
        <option value={NEW}>A new dashboard</option>
      </SelectField>
      {dashboardId === NEW ? (
        <TextField
          control={form.control}
          name="name"
          label="Name of the new dashboard"
          controlProps={{ autoComplete: "off" }}
        />
      ) : null}
      <FormActions>
        <DialogClose asChild>
          <Button>Cancel</Button>
        </DialogClose>
        <SubmitButton>Add</SubmitButton>
      </FormActions>
    </Form>
  );
}
