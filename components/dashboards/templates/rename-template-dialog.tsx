"use client";

import type { RefObject } from "react";
import { giveFocusBack } from "@/components/figures/menu-trigger";
import { Form } from "@/components/forms/form";
import { useActionForm } from "@/components/forms/use-action-form";
import { Dialog, DialogContent, DialogHeader, DialogTitle } from "@/components/ui/dialog";
import {
  RenameWorkspaceTemplateInput,
  type WorkspaceTemplateDto,
} from "@/lib/dashboards/workspace-templates/schemas";
import { NamingFields } from "../naming-fields";
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
          <NamingFields submitLabel="Rename" nameProps={{ autoComplete: "off" }} />
        </Form>
      </DialogContent>
    </Dialog>
  );
}
