"use client";

import { Tooltip as TooltipPrimitive } from "radix-ui";
import type { ComponentProps, ReactNode } from "react";
import { cn } from "@/lib/utils/cn";

const OPEN_DELAY_MS = 300;

/** Brings its own provider: pages without a tooltip load nothing of them. */
export function Tooltip(props: ComponentProps<typeof TooltipPrimitive.Root>) {
  return (
    <TooltipPrimitive.Provider delayDuration={OPEN_DELAY_MS}>
      <TooltipPrimitive.Root {...props} />
    </TooltipPrimitive.Provider>
  );
}

export const TooltipTrigger = TooltipPrimitive.Trigger;

export function TooltipContent({
  className,
  sideOffset = 6,
  ...props
}: ComponentProps<typeof TooltipPrimitive.Content>) {
  return (
    <TooltipPrimitive.Portal>
      <TooltipPrimitive.Content
        sideOffset={sideOffset}
        collisionPadding={8}
        className={cn(
          "z-50 max-w-xs rounded-md bg-ink px-2.5 py-1.5 text-xs text-balance text-paper shadow-overlay",
          "animate-in fade-in-0 duration-100",
          className,
        )}
        {...props}
      />
    </TooltipPrimitive.Portal>
  );
}

type HintProps = { text: ReactNode; side?: "top" | "right" | "bottom" | "left"; children: ReactNode };

/** The short form: `<Hint text="Refresh"><Button …/></Hint>`. It adds to a name and never replaces it. */
export function Hint({ text, side, children }: HintProps) {
  return (
    <Tooltip>
      <TooltipTrigger asChild>{children}</TooltipTrigger>
      <TooltipContent side={side}>{text}</TooltipContent>
    </Tooltip>
  );
}
