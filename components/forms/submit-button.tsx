"use client";

import { Button, type ButtonProps } from "@/components/ui/button";
import { useFormStatus } from "./form";

/** Sends the form around it and shows that it is on its way. */
export function SubmitButton({
  variant = "primary",
  loading,
  ...props
}: Omit<ButtonProps, "type" | "asChild">) {
  const { pending } = useFormStatus();
  return <Button type="submit" variant={variant} loading={loading || pending} {...props} />;
}
