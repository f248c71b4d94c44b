"use client";

import { Plus } from "lucide-react";
import Link from "next/link";
import { useRouter } from "next/navigation";
import { Form } from "@/components/forms/form";
import { useActionForm } from "@/components/forms/use-action-form";
import { Button } from "@/components/ui/button";
import {
  Dialog,
  DialogContent,
  DialogDescription,
  DialogHeader,
  DialogTitle,
  DialogTrigger,
} from "@/components/ui/dialog";
import { CreateDashboardInput } from "@/lib/dashboards/schemas";
import { NamingFields } from "./naming-fields";
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
      <NamingFields submitLabel="Create" nameProps={{ autoFocus: true }} />
    </Form>
  );
}
