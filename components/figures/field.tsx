"use client";

import { type ReactNode, useId } from "react";
import { FieldFrame } from "@/components/forms/field-frame";

type ControlProps = { id: string; "aria-describedby"?: string; "aria-invalid"?: boolean };

type FieldProps = {
  label: string;
  hint?: ReactNode;
  message?: string;
  optional?: boolean;
  layout?: "stacked" | "inline";
  className?: string;
  children: (control: ControlProps) => ReactNode;
};

/** Label, control, hint and message of a controlled value; forms of react-hook-form use `FormField` instead. */
export function Field({
  label,
  hint,
  message,
  optional = false,
  layout = "stacked",
  className,
  children,
}: FieldProps) {
  const id = useId();
  const hintId = hint ? `${id}-hint` : undefined;
  const messageId = message ? `${id}-message` : undefined;
  const describedBy = [hintId, messageId].filter(Boolean).join(" ") || undefined;
  return (
    <FieldFrame
      layout={layout}
      controlId={id}
      label={label}
      optional={optional}
      hint={hint}
      hintId={hintId}
      message={message}
      messageId={messageId}
      className={className}
    >
      {children({ id, "aria-describedby": describedBy, "aria-invalid": message ? true : undefined })}
    </FieldFrame>
  );
}
