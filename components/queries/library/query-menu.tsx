"use client";

import { Copy, Trash2, UserRound } from "lucide-react";
import { useRouter } from "next/navigation";
import { useRef, useState } from "react";
import type { z } from "zod";
import { giveFocusBack } from "@/components/figures/menu-trigger";
import { attempt } from "@/components/forms/attempt";
import {
  AlertDialog,
  AlertDialogCancel,
  AlertDialogContent,
  AlertDialogDescription,
  AlertDialogFooter,
  AlertDialogTitle,
} from "@/components/ui/alert-dialog";
import { Callout } from "@/components/ui/callout";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { Dialog, DialogContent, DialogDescription, DialogHeader, DialogTitle } from "@/components/ui/dialog";
import { MoreButton } from "@/components/ui/more-button";
import {
  DropdownMenu,
  DropdownMenuContent,
  DropdownMenuItem,
  DropdownMenuSeparator,
  DropdownMenuTrigger,
} from "@/components/ui/dropdown-menu";
import { toast } from "@/components/ui/toast";
import type { ServerAction } from "@/lib/http/action-result";
import type {
  CopyQueryInput,
  QueryDto,
  QueryUseDto,
  SharingChoices,
  TransferQueryInput,
} from "@/lib/queries/schemas";
import { CopyForm } from "./copy-form";
import { TransferForm } from "./transfer-form";
import { UseList } from "./use-list";

type QueryMenuProps = {
  slug: string;
  query: QueryDto;
  uses: readonly QueryUseDto[];
  owners: SharingChoices["owners"];
  remove: ServerAction<{ queryId: string }, QueryDto>;
  copy: ServerAction<z.input<typeof CopyQueryInput>, QueryDto>;
  transfer: ServerAction<z.input<typeof TransferQueryInput>, QueryDto>;
};

/** What can be done with a query besides changing it. */
export function QueryMenu({ slug, query, uses, owners, remove, copy, transfer }: QueryMenuProps) {
  const [shown, setShown] = useState<"copy" | "transfer" | "delete" | null>(null);
  const close = (open: boolean) => !open && setShown(null);
  const trigger = useRef<HTMLButtonElement>(null);
  const giveBack = (event: Event) => giveFocusBack(event, trigger.current);
  return (
    <>
      <DropdownMenu>
        <DropdownMenuTrigger asChild>
          <MoreButton ref={trigger} size="icon" about={query.name} />
        </DropdownMenuTrigger>
        <DropdownMenuContent
          align="end"
          // A form's first field has the cursor by then: taken from it, the field would complain of being empty.
          onCloseAutoFocus={(event) => (shown === "copy" || shown === "transfer") && event.preventDefault()}
        >
          <DropdownMenuItem onSelect={() => setShown("copy")}>
            <Copy aria-hidden />
            Make a copy
          </DropdownMenuItem>
          <DropdownMenuItem onSelect={() => setShown("transfer")}>
            <UserRound aria-hidden />
            Give to somebody else
          </DropdownMenuItem>
          <DropdownMenuSeparator />
          <DropdownMenuItem destructive onSelect={() => setShown("delete")}>
            <Trash2 aria-hidden />
            Delete
          </DropdownMenuItem>
        </DropdownMenuContent>
      </DropdownMenu>
      <Dialog open={shown === "copy"} onOpenChange={close}>
        <DialogContent onCloseAutoFocus={giveBack}>
          <DialogHeader>
            <DialogTitle>Make a copy</DialogTitle>
            <DialogDescription>A query of your own, which only you see until you share it.</DialogDescription>
          </DialogHeader>
          <CopyForm slug={slug} query={query} copy={copy} />
        </DialogContent>
      </Dialog>
      <Dialog open={shown === "transfer"} onOpenChange={close}>
        <DialogContent onCloseAutoFocus={giveBack}>
          <DialogHeader>
            <DialogTitle>Give to somebody else</DialogTitle>
            <DialogDescription>
              {query.ownerName ? `It belongs to ${query.ownerName}. ` : "It belongs to nobody. "}
              The owner decides who sees it.
            </DialogDescription>
          </DialogHeader>
          <TransferForm query={query} owners={owners} transfer={transfer} onDone={() => setShown(null)} />
        </DialogContent>
      </Dialog>
      <DeleteQuery
        slug={slug}
        query={query}
        uses={uses}
        remove={remove}
        isOpen={shown === "delete"}
        onOpen={close}
      />
    </>
  );
}

type DeleteQueryProps = Pick<QueryMenuProps, "slug" | "query" | "uses" | "remove"> & {
  isOpen: boolean;
  onOpen: (open: boolean) => void;
};

/** Says first what needs the query; one that is needed is not deleted. */
function DeleteQuery({ slug, query, uses, remove, isOpen, onOpen }: DeleteQueryProps) {
  const router = useRouter();
  const [refusal, setRefusal] = useState<string | null>(null);

  async function confirm() {
    const result = await attempt(remove({ queryId: query.id }));
    if (!result.ok) {
      setRefusal(result.error.message);
      return false;
    }
    toast.success(`“${query.name}” is in the bin`, { description: "It can be put back from there." });
    router.push(`/${slug}/queries`);
    return true;
  }
  if (uses.length > 0)
    return (
      <AlertDialog open={isOpen} onOpenChange={onOpen}>
        <AlertDialogContent>
          <AlertDialogTitle>“{query.name}” is needed</AlertDialogTitle>
          <AlertDialogDescription asChild>
            <div>
              <p>These show it. Remove it there first, then it can be deleted:</p>
              <UseList slug={slug} uses={uses} />
            </div>
          </AlertDialogDescription>
          <AlertDialogFooter>
            <AlertDialogCancel>Close</AlertDialogCancel>
          </AlertDialogFooter>
        </AlertDialogContent>
      </AlertDialog>
    );
  return (
    <ConfirmDialog
      open={isOpen}
      onOpenChange={(open) => {
        setRefusal(null);
        onOpen(open);
      }}
      verb="Delete"
      name={query.name}
      consequence={
        refusal ? (
          <Callout tone="bad" role="alert" title="Not deleted.">
            {refusal}
          </Callout>
        ) : (
          "Nothing shows it. It goes to the bin, and can be put back from there."
        )
      }
      onConfirm={confirm}
    />
  );
}
