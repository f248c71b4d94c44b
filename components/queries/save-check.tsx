"use client";

import { type SyntheticEvent, useState } from "react";
import type { ActionForm } from "@/components/forms/use-action-form";
import {
  AlertDialog,
  AlertDialogCancel,
  AlertDialogContent,
  AlertDialogDescription,
  AlertDialogFooter,
  AlertDialogTitle,
} from "@/components/ui/alert-dialog";
import { Button } from "@/components/ui/button";
import type { QueryValues } from "./form-values";

type SaveCheckOptions = {
  form: ActionForm<QueryValues>;
  /** True when the question is another than the one saved, and was never answered. */
  isUntried: boolean;
  /** What a change changes too, see `usesWords`. */
  consequence: string | null;
  onRun: () => void;
};

/** Saving asks first when nobody has seen the answer. Draw `dialog`, and give `form` to the form. */
export function useSaveCheck({ form, isUntried, consequence, onRun }: SaveCheckOptions) {
  const [isAsking, setAsking] = useState(false);
  async function submit(event?: SyntheticEvent) {
    event?.preventDefault();
    // What is missing is said first.
    if (isUntried && (await form.methods.trigger())) setAsking(true);
    else await form.submit(event);
  }
  const dialog = (
    <AlertDialog open={isAsking} onOpenChange={setAsking}>
      <AlertDialogContent>
        <AlertDialogTitle>Save without having run it?</AlertDialogTitle>
        <AlertDialogDescription>
          This query was never run as it stands, so nobody has seen whether it answers. {consequence}
        </AlertDialogDescription>
        <AlertDialogFooter>
          <AlertDialogCancel>Cancel</AlertDialogCancel>
          <Button
            onClick={() => {
              setAsking(false);
              void form.submit();
            }}
          >
            Save anyway
          </Button>
          <Button
            variant="primary"
            onClick={() => {
              setAsking(false);
              onRun();
            }}
          >
            Run it first
          </Button>
        </AlertDialogFooter>
      </AlertDialogContent>
    </AlertDialog>
  );
  return { form: { ...form, submit }, dialog };
}
