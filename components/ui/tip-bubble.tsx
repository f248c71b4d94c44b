"use client";

import type { ReactNode } from "react";
import { Tooltip, TooltipContent, TooltipTrigger } from "./tooltip";

export type TipBubbleProps = {
  side?: "top" | "right" | "bottom" | "left";
  className?: string;
  onClose: () => void;
  children: ReactNode;
};

/** A tooltip over the element that holds it, for as long as it is drawn. */
export function TipBubble({ side, className, onClose, children }: TipBubbleProps) {
  return (
    <Tooltip open onOpenChange={(isOpen) => !isOpen && onClose()}>
      <TooltipTrigger asChild>
        <span aria-hidden className="pointer-events-none absolute inset-0" />
      </TooltipTrigger>
      <TooltipContent side={side} className={className}>
        {children}
      </TooltipContent>
    </Tooltip>
  );
}
