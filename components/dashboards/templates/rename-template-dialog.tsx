"use client";

import type { RefObject } from "react";
import { giveFocusBack } from "@/components/figures/menu-trigger";
import { TextareaField, TextField } from "@/components/forms/fields";
import { Form, FormActions } from "@/components/forms/form";
import { FormError } from "@/components/forms/form-error";
import { SubmitButton } from "@/components/forms/submit-button";
import { useActionForm } from "@/components/forms/use-action-form";
import { Button } from "@/components/ui/button";
import { Dialog, DialogClose, DialogContent, DialogHeader, DialogTitle } from "@/components/ui/dialog";
import {
  RenameWorkspaceTemplateInput,
  type WorkspaceTemplateDto,
} from "@/lib/dashboards/workspace-templates/schemas";
import type { WorkspaceTemplateActions } from "./template-types";

type RenameTemplateDialogProps = {
  template: Pick<WorkspaceTemplateDto, "id" | "name" | "description">;
  rename: WorkspaceTemplateActions["rename"];
  onClose: () => void;
  opener: RefObject<HTMLElement | null>;
};

export function RenameTemplateDialog({ template, rename, onClose, opener }: RenameTemplateDialogProps) {
  const { id: templateId, name, description } = template;
  const form = useActionForm({
    schema: RenameWorkspaceTemplateInput,
    defaultValues: { templateId, name, description },
    action: rename,
    warnBeforeLeaving: false,
    onSuccess: onClose,
  });
  return (
    <Dialog open onOpenChange={(open) => !open && onClose()}>
      <DialogContent
        aria-describedby={undefined}
        onCloseAutoFocus={(event) => giveFocusBack(event, opener.current)}
      >
        <DialogHeader>
          <DialogTitle>Rename template</DialogTitle>
        </DialogHeader>
        <Form form={form}>
          <FormError />
          <TextField control={form.control} name="name" label="Name" controlProps={{ autoComplete: "off" }} />
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
            <SubmitButton>Rename</SubmitButton>
          </FormActions>
        </Form>
      </DialogContent>
    </Dialog>
  );
}
