"use client";

import type { RefObject } from "react";
import { giveFocusBack } from "@/components/figures/menu-trigger";
import { SelectField } from "@/components/forms/fields";
import { Form } from "@/components/forms/form";
import { FormError } from "@/components/forms/form-error";
import { SubmitButton } from "@/components/forms/submit-button";
import { useActionForm } from "@/components/forms/use-action-form";
import { Dialog, DialogContent, DialogDescription, DialogHeader, DialogTitle } from "@/components/ui/dialog";
import { toast } from "@/components/ui/toast";
import type { DashboardDto } from "@/lib/dashboards/schemas";
import { TransferDashboardInput } from "@/lib/dashboards/sharing/schemas";
import type { OwnershipActions } from "./ownership-actions";
import { useAudience } from "./use-audience";

type TransferDialogProps = {
  workspace: string;
  dashboard: Pick<DashboardDto, "id" | "name" | "ownerId" | "ownerName">;
  transfer: OwnershipActions["transfer"];
  onClose: () => void;
  opener: RefObject<HTMLElement | null>;
};

/** A new owner among the people who may keep dashboards. */
export function TransferDialog({ workspace, dashboard, transfer, onClose, opener }: TransferDialogProps) {
  const { data: audience } = useAudience(workspace, dashboard.id);
  const form = useActionForm({
    schema: TransferDashboardInput,
    defaultValues: { dashboardId: dashboard.id, ownerId: "" },
    action: transfer,
    onSuccess: ({ name, ownerName }) => {
      toast.success(`“${name}” belongs to ${ownerName} now`);
      onClose();
    },
    warnBeforeLeaving: false,
  });
  const owners = audience?.choices.people.filter(({ id, isViewer }) => !isViewer && id !== dashboard.ownerId);
  return (
    <Dialog open onOpenChange={(open) => !open && onClose()}>
      <DialogContent onCloseAutoFocus={(event) => giveFocusBack(event, opener.current)}>
        <DialogHeader>
          <DialogTitle>Give to somebody else</DialogTitle>
          <DialogDescription>
            {dashboard.ownerName ? `It belongs to ${dashboard.ownerName}. ` : "It belongs to nobody. "}
            The owner decides who sees it. Who sees it now stays as it is.
          </DialogDescription>
        </DialogHeader>
        <Form form={form} className="flex flex-col gap-4">
          <FormError />
          <SelectField control={form.control} name="ownerId" label="New owner">
            <option value="">{owners ? "Choose a person" : "Loading…"}</option>
            {owners?.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </SelectField>
          <SubmitButton className="self-end">Give</SubmitButton>
        </Form>
      </DialogContent>
    </Dialog>
  );
}
