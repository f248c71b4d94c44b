"use client";

import { type ComponentProps, createContext, type ReactNode, use } from "react";
import { type FieldValues, FormProvider } from "react-hook-form";
import type { ErrorBody } from "@/lib/errors";
import { cn } from "@/lib/utils/cn";
import type { ActionForm } from "./use-action-form";

type FormStatus = { pending: boolean; error: ErrorBody | null; strayMessages: string[] };

const FormStatusContext = createContext<FormStatus>({ pending: false, error: null, strayMessages: [] });

/** What the form around is doing. */
export function useFormStatus(): FormStatus {
  return use(FormStatusContext);
}

type FormProps<Values extends FieldValues> = Omit<
  ComponentProps<"form">,
  "onSubmit" | "action" | "method"
> & {
  form: ActionForm<Values>;
  children: ReactNode;
};

/** Lays its fields out in one column. `method="post"` keeps a form sent before hydration out of the URL. */
export function Form<Values extends FieldValues>({ form, className, children, ...props }: FormProps<Values>) {
  const { methods, submit, pending, error, strayMessages } = form;
  return (
    <FormProvider {...methods}>
      <FormStatusContext value={{ pending, error, strayMessages }}>
        <form
          method="post"
          noValidate
          aria-busy={pending || undefined}
          onSubmit={(event) => {
            // A form in a dialog may stand inside another form of the React tree: it must not send that too.
            event.stopPropagation();
            void submit(event);
          }}
          className={cn("flex flex-col gap-5", className)}
          {...props}
        >
          {children}
        </form>
      </FormStatusContext>
    </FormProvider>
  );
}

/** The row of buttons at the end. */
export function FormActions({ className, ...props }: ComponentProps<"div">) {
  return (
    <div
      className={cn("flex flex-col-reverse gap-2 pt-1 sm:flex-row sm:items-center sm:justify-end", className)}
      {...props}
    />
  );
}
