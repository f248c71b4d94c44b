"use client";

import { useRouter } from "next/navigation";
import type { RefObject } from "react";
import { giveFocusBack } from "@/components/figures/menu-trigger";
import { Form } from "@/components/forms/form";
import { useActionForm } from "@/components/forms/use-action-form";
import { Dialog, DialogContent, DialogDescription, DialogHeader, DialogTitle } from "@/components/ui/dialog";
import { toast } from "@/components/ui/toast";
import type { DashboardDto } from "@/lib/dashboards/schemas";
import { SaveAsTemplateInput } from "@/lib/dashboards/workspace-templates/schemas";
import { NamingFields } from "../naming-fields";
import type { SaveAsTemplate } from "./template-types";

type SaveAsTemplateDialogProps = {
  workspace: string;
  dashboard: Pick<DashboardDto, "id" | "name" | "description">;
  save: SaveAsTemplate;
  onClose: () => void;
  opener: RefObject<HTMLElement | null>;
};

/** A copy of the dashboard for everybody to begin from. */
export function SaveAsTemplateDialog(props: SaveAsTemplateDialogProps) {
  const { workspace, dashboard, save, onClose, opener } = props;
  const router = useRouter();
  const form = useActionForm({
    schema: SaveAsTemplateInput,
    defaultValues: {
      dashboardId: dashboard.id,
      name: dashboard.name,
      description: dashboard.description,
    },
    action: save,
    warnBeforeLeaving: false,
    onSuccess: ({ name }) => {
      toast.success(`“${name}” is a template now`, {
        description: "It is a copy: what you change here does not change it.",
        action: {
          label: "See templates",
          onClick: () => router.push(`/${workspace}/dashboards/templates`),
        },
      });
      onClose();
    },
  });
  return (
    <Dialog open onOpenChange={(open) => !open && onClose()}>
      <DialogContent onCloseAutoFocus={(event) => giveFocusBack(event, opener.current)}>
        <DialogHeader>
          <DialogTitle>Save as template</DialogTitle>
          <DialogDescription>
            Everybody who makes dashboards in this workspace can begin from it, and sees its titles, texts,
            filters and the names of its columns. Its figures are shown only to those who may see the queries.
          </DialogDescription>
        </DialogHeader>
        <Form form={form}>
          <NamingFields submitLabel="Save as template" nameProps={{ autoComplete: "off" }} />
        </Form>
      </DialogContent>
    </Dialog>
  );
}
