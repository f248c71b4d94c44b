"use client";

import { type ReactNode, useState } from "react";
import {
  AlertDialog,
  AlertDialogCancel,
  AlertDialogContent,
  AlertDialogDescription,
  AlertDialogFooter,
  AlertDialogTitle,
  AlertDialogTrigger,
} from "./alert-dialog";
import { Button } from "./button";

type ConfirmDialogProps = {
  /** The button that opens it. Leave out and pass `open` to open it from a menu. */
  trigger?: ReactNode;
  open?: boolean;
  onOpenChange?: (open: boolean) => void;
  /** What happens, e.g. "Delete". Also the label of the button. */
  verb: string;
  /** The thing by its own name, e.g. "Clinic operations, monthly". */
  name: string;
  /** What else is affected, e.g. "3 schedules stop sending." */
  consequence: ReactNode;
  /** False for acts that lose nothing, such as pausing. */
  destructive?: boolean;
  /** The dialog stays open and waits; it closes unless the promise answers false or rejects. */
  onConfirm: () => Promise<boolean | void> | boolean | void;
};

/** Asks before something that cannot be undone, and names it: "Delete “Clinic operations”?" */
export function ConfirmDialog({
  trigger,
  verb,
  name,
  consequence,
  destructive = true,
  ...rest
}: ConfirmDialogProps) {
  const [ownOpen, setOwnOpen] = useState(false);
  const [pending, setPending] = useState(false);
  const open = rest.open ?? ownOpen;
  const setOpen = rest.onOpenChange ?? setOwnOpen;

  async function confirm() {
    setPending(true);
    try {
      if ((await rest.onConfirm()) !== false) setOpen(false);
    } finally {
      setPending(false);
    }
  }

  return (
    <AlertDialog open={open} onOpenChange={(next) => !pending && setOpen(next)}>
      {trigger ? <AlertDialogTrigger asChild>{trigger}</AlertDialogTrigger> : null}
      <AlertDialogContent>
        <AlertDialogTitle>
          {verb} “{name}”?
        </AlertDialogTitle>
        <AlertDialogDescription asChild>
          <div>{consequence}</div>
        </AlertDialogDescription>
        <AlertDialogFooter>
          <AlertDialogCancel disabled={pending}>Cancel</AlertDialogCancel>
          <Button variant={destructive ? "danger" : "primary"} loading={pending} onClick={confirm}>
            {verb}
          </Button>
        </AlertDialogFooter>
      </AlertDialogContent>
    </AlertDialog>
  );
}
