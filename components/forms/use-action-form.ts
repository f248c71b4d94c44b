"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import { unstable_rethrow } from "next/navigation";
import { type SyntheticEvent, useState, useTransition } from "react";
import { type DefaultValues, type FieldValues, type UseFormReturn, useForm } from "react-hook-form";
import type { z } from "zod";
import { toast } from "@/components/ui/toast";
import type { ErrorBody } from "@/lib/errors";
import type { ActionResult } from "@/lib/http/action-result";
import { showFieldErrors } from "./show-field-errors";
import { useUnsavedWarning } from "./use-unsaved-warning";

export type ActionFormOptions<Input extends FieldValues, Output, Data> = {
  /** The verb's own input schema: the same rules here and on the server. */
  schema: z.ZodType<Output, Input>;
  defaultValues: DefaultValues<Input>;
  /** A server action, bound to its workspace. It receives what was typed, unparsed: the server parses. */
  action: (input: Input) => Promise<ActionResult<Data>>;
  onSuccess?: (data: Data) => void;
  /** Asks before leaving while something is unsaved. On unless a form is a mere filter or a short dialog. */
  warnBeforeLeaving?: boolean;
};

export type ActionForm<Values extends FieldValues> = {
  methods: UseFormReturn<Values, unknown, Values>;
  control: UseFormReturn<Values, unknown, Values>["control"];
  submit: (event?: SyntheticEvent) => Promise<void>;
  pending: boolean;
  /** Why the last try failed; null while nothing is wrong. */
  error: ErrorBody | null;
  /** Sentences about fields this form does not show. */
  strayMessages: string[];
};

type Failure = { error: ErrorBody; strayMessages: string[] };

/**
 * A form that calls a server action: checks on blur, sends, shows the server's messages beside their fields
 * and keeps what was typed whatever happens. Hand the result to `<Form form={…}>`.
 */
export function useActionForm<Input extends FieldValues, Output, Data>(
  options: ActionFormOptions<Input, Output, Data>,
): ActionForm<Input> {
  const { schema, defaultValues, action, onSuccess, warnBeforeLeaving = true } = options;
  const methods = useForm<Input, unknown, Input>({
    resolver: zodResolver<Input, unknown, Output>(schema, undefined, { raw: true }),
    defaultValues,
    mode: "onBlur",
    reValidateMode: "onChange",
  });
  const [pending, startTransition] = useTransition();
  const [failure, setFailure] = useState<Failure | null>(null);
  useUnsavedWarning(warnBeforeLeaving && methods.formState.isDirty);

  async function send(values: Input) {
    const result = await callAction(action, values);
    if (result.ok) {
      methods.reset(values, { keepValues: true });
      onSuccess?.(result.data);
      return;
    }
    setFailure({ error: result.error, strayMessages: showFieldErrors(methods, result.error) });
  }

  const submit = methods.handleSubmit((values) => {
    setFailure(null);
    startTransition(() => send(values));
  });

  return {
    methods,
    control: methods.control,
    submit,
    pending,
    error: failure?.error ?? null,
    strayMessages: failure?.strayMessages ?? [],
  };
}

const UNREACHABLE: ErrorBody = {
  code: "internal",
  message:
    "Broadsheet could not be reached. What you typed is still here: check the connection and try again.",
  details: {},
};

/** Turns a broken connection into a failure like any other, and says so in a message. */
async function callAction<Input, Data>(
  action: (input: Input) => Promise<ActionResult<Data>>,
  input: Input,
): Promise<ActionResult<Data>> {
  try {
    return await action(input);
  } catch (error) {
    // A redirect of the server travels as an exception and belongs to the router.
    unstable_rethrow(error);
    toast.error("Not saved", { description: UNREACHABLE.message });
    return { ok: false, error: UNREACHABLE };
  }
}
