"use client";

import { type ReactNode, useState } from "react";
import { TextField } from "@/components/forms/fields";
import { Form } from "@/components/forms/form";
import { FormError } from "@/components/forms/form-error";
import { SubmitButton } from "@/components/forms/submit-button";
import { useActionForm } from "@/components/forms/use-action-form";
import { Button } from "@/components/ui/button";
import {
  Dialog,
  DialogClose,
  DialogContent,
  DialogDescription,
  DialogFooter,
  DialogHeader,
  DialogTitle,
  DialogTrigger,
} from "@/components/ui/dialog";
import { toast } from "@/components/ui/toast";
import { type FileTableDto, RenameFileTableInput } from "@/lib/data-sources/files/schemas";
import type { ServerAction } from "@/lib/http/action-result";
import { type TableUse, TableUses } from "./table-uses";
import { useForgetTables } from "./use-forget-tables";

type RenameTableProps = {
  slug: string;
  table: FileTableDto;
  uses: readonly TableUse[];
  rename: ServerAction<{ tableId: string; name: string }, FileTableDto>;
  trigger: ReactNode;
};

export function RenameTable({ trigger, ...props }: RenameTableProps) {
  const [open, setOpen] = useState(false);
  return (
    <Dialog open={open} onOpenChange={setOpen}>
      <DialogTrigger asChild>{trigger}</DialogTrigger>
      <DialogContent size="sm">
        <DialogHeader>
          <DialogTitle>Rename “{props.table.name}”</DialogTitle>
          <DialogDescription>The name is how queries call the table.</DialogDescription>
        </DialogHeader>
        <RenameForm {...props} onDone={() => setOpen(false)} />
      </DialogContent>
    </Dialog>
  );
}

type RenameFormProps = Omit<RenameTableProps, "trigger"> & { onDone: () => void };

function RenameForm({ slug, table, uses, rename, onDone }: RenameFormProps) {
  const forget = useForgetTables(slug, table.dataSourceId);
  const form = useActionForm({
    schema: RenameFileTableInput.omit({ tableId: true }),
    defaultValues: { name: table.name },
    action: ({ name }) => rename({ tableId: table.id, name }),
    onSuccess: (renamed) => {
      forget();
      toast.success(`The table is called “${renamed.name}” now`);
      onDone();
    },
    warnBeforeLeaving: false,
  });
  return (
    <Form form={form}>
      <FormError />
      <TextField control={form.control} name="name" label="Name" controlProps={{ autoComplete: "off" }} />
      <div className="text-13 text-ink-2">
        <TableUses slug={slug} uses={uses} consequence="Change the name there too:" />
      </div>
      <DialogFooter className="mt-0">
        <DialogClose asChild>
          <Button>Cancel</Button>
        </DialogClose>
        <SubmitButton>Rename</SubmitButton>
      </DialogFooter>
    </Form>
  );
}
