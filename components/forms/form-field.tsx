"use client";

import { type ReactNode, useId } from "react";
import {
  type ControllerRenderProps,
  type FieldPath,
  type FieldValues,
  type UseControllerProps,
  useController,
} from "react-hook-form";
import { FieldFrame } from "./field-frame";

/** Everything a control must carry to belong to its label, hint and message. */
export type FieldControlProps<
  Values extends FieldValues,
  Name extends FieldPath<Values>,
> = ControllerRenderProps<Values, Name> & {
  id: string;
  "aria-describedby": string | undefined;
  "aria-invalid": true | undefined;
  "aria-required": true | undefined;
};

export type FieldTexts = {
  label: ReactNode;
  /** What to write, and what happens with it. Stays while typing. */
  hint?: ReactNode;
  /** Marks the label of a field that may stay empty. */
  optional?: boolean;
  className?: string;
};

export type FieldBinding<Values extends FieldValues, Name extends FieldPath<Values>> = Pick<
  UseControllerProps<Values, Name, Values>,
  "name" | "control" | "disabled"
>;

type FormFieldProps<Values extends FieldValues, Name extends FieldPath<Values>> = FieldTexts &
  FieldBinding<Values, Name> & {
    /** `inline` sets the control before its label, as for a checkbox. */
    layout?: "stacked" | "inline";
    children: (control: FieldControlProps<Values, Name>) => ReactNode;
  };

/**
 * One field: label, control, hint and message, tied together for screen readers. Pass `control={form.control}`
 * to have `name` checked; inside `<Form>` it may be left out.
 */
export function FormField<Values extends FieldValues, Name extends FieldPath<Values>>(
  props: FormFieldProps<Values, Name>,
) {
  const {
    name,
    control,
    disabled,
    label,
    hint,
    optional = false,
    layout = "stacked",
    className,
    children,
  } = props;
  const id = useId();
  const { field, fieldState } = useController<Values, Name, Values>({ name, control, disabled });
  const message = fieldState.error?.message;
  const hintId = hint ? `${id}-hint` : undefined;
  const messageId = message ? `${id}-message` : undefined;
  const describedBy = [hintId, messageId].filter(Boolean).join(" ");

  return (
    <FieldFrame
      layout={layout}
      className={className}
      controlId={id}
      label={label}
      optional={optional}
      hint={hint}
      hintId={hintId}
      message={message}
      messageId={messageId}
    >
      {children({
        ...field,
        id,
        "aria-describedby": describedBy || undefined,
        "aria-invalid": fieldState.invalid || undefined,
        "aria-required": !optional || undefined,
      })}
    </FieldFrame>
  );
}
