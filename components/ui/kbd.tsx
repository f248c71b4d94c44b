import type { ComponentProps } from "react";
import { cn } from "@/lib/utils/cn";

export function Kbd({ className, ...props }: ComponentProps<"kbd">) {
  return (
    <kbd
      className={cn(
        "inline-flex h-5 min-w-5 items-center justify-center rounded-sm border border-rule-strong bg-sunken px-1 font-sans text-xs text-ink-2",
        className,
      )}
      {...props}
    />
  );
}
