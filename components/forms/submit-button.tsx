"use client";

import type { MouseEvent } from "react";
import { Button, type ButtonProps } from "@/components/ui/button";
import { useFormStatus } from "./form";

/** Sends the form around it and shows that it is on its way. */
export function SubmitButton({
  variant = "primary",
  loading,
  ...props
}: Omit<ButtonProps, "type" | "asChild" | "onClick" | "onMouseDown">) {
  const { pending } = useFormStatus();
  return (
    <Button
      type="submit"
      variant={variant}
      loading={loading || pending}
      onMouseDown={stayInField}
      onClick={leaveField}
      {...props}
    />
  );
}

// Leaving a field may show a message or a new row, and the button would move away between press and release:
// the field is left when the click is complete.
function stayInField(event: MouseEvent) {
  event.preventDefault();
}

function leaveField({ currentTarget }: MouseEvent) {
  const { activeElement } = document;
  if (activeElement instanceof HTMLElement && activeElement !== currentTarget) activeElement.blur();
}
