"use client";

import { Pencil, Trash2 } from "lucide-react";
import Link from "next/link";
import { useRouter } from "next/navigation";
import type { ReactNode } from "react";
import { runAction } from "@/components/forms/run-action";
import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
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
import type { ListDetail } from "@/lib/distribution/schemas";
import type { ServerAction } from "@/lib/http/action-result";

type ListActionsProps = {
  slug: string;
  list: ListDetail;
  deleteList: ServerAction<{ listId: string }, { id: string }>;
};

export function ListActions({ slug, list, deleteList }: ListActionsProps) {
  const router = useRouter();

  async function remove(): Promise<boolean> {
    if (!(await runAction(deleteList({ listId: list.id })))) return false;
    toast.success(`“${list.name}” was deleted`);
    router.push(`/${slug}/lists`);
    return true;
  }

  const trigger = (
    <Button>
      <Trash2 aria-hidden />
      Delete
    </Button>
  );
  return (
    <>
      {list.usedBy.length > 0 ? (
        <InUseDialog slug={slug} list={list} trigger={trigger} />
      ) : (
        <ConfirmDialog
          trigger={trigger}
          verb="Delete"
          name={list.name}
          consequence={`${list.members.length} ${list.members.length === 1 ? "member is" : "members are"} forgotten with it. No schedule sends to it.`}
          onConfirm={remove}
        />
      )}
      <Button asChild variant="primary">
        <Link href={`/${slug}/lists/${list.id}/edit`}>
          <Pencil aria-hidden />
          Edit
        </Link>
      </Button>
    </>
  );
}

type InUseDialogProps = { slug: string; list: ListDetail; trigger: ReactNode };

/** Says at once what the server would say: by which schedules it is used. */
function InUseDialog({ slug, list, trigger }: InUseDialogProps) {
  return (
    <Dialog>
      <DialogTrigger asChild>{trigger}</DialogTrigger>
      <DialogContent size="sm">
        <DialogHeader>
          <DialogTitle>“{list.name}” is in use</DialogTitle>
          <DialogDescription>
            {list.usedBy.length === 1
              ? "A schedule sends to it. Take the list out of it first:"
              : `${list.usedBy.length} schedules send to it. Take the list out of them first:`}
          </DialogDescription>
        </DialogHeader>
        <ul className="flex flex-col gap-1 text-13">
          {list.usedBy.map((schedule) => (
            <li key={schedule.id}>
              <Link href={`/${slug}/schedules/${schedule.id}/edit`} className="font-medium underline">
                {schedule.name}
              </Link>
            </li>
          ))}
        </ul>
        <DialogFooter>
          <DialogClose asChild>
            <Button>Keep it</Button>
          </DialogClose>
        </DialogFooter>
      </DialogContent>
    </Dialog>
  );
}
