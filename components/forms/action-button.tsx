"use client";

import { useTransition } from "react";
import { Button, type ButtonProps } from "@/components/ui/button";

type ActionButtonProps = Omit<ButtonProps, "onClick" | "loading" | "asChild"> & {
  onAct: () => Promise<unknown>;
};

/** Does something on the server and shows that it is under way, until the page shows the result. */
export function ActionButton({ onAct, ...props }: ActionButtonProps) {
  const [pending, startTransition] = useTransition();
  return (
    <Button
      {...props}
      loading={pending}
      onClick={() =>
        startTransition(async () => {
          await onAct();
        })
      }
    />
  );
}
