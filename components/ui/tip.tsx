"use client";

import { type FocusEvent, type PointerEvent, type ReactNode, useState } from "react";
import { onDemand } from "./on-demand";
import type { TipBubbleProps } from "./tip-bubble";

const TipBubble = onDemand(async () => (await import("./tip-bubble")).TipBubble);

/**
 * What a tooltip says of an element; its code is loaded when the element is first pointed at or focused. The element
 * takes `reach`, holds `tip` as its last child and is positioned. It adds to a name and never replaces it.
 */
export function useTip(text: ReactNode, options: Pick<TipBubbleProps, "side" | "className"> = {}) {
  const [isReached, setReached] = useState(false);
  const leave = () => setReached(false);
  return {
    reach: {
      onPointerEnter: ({ pointerType }: PointerEvent) => setReached(pointerType !== "touch"),
      onPointerLeave: leave,
      onPointerDown: leave,
      onFocus: ({ currentTarget }: FocusEvent) => setReached(currentTarget.matches(":focus-visible")),
      onBlur: leave,
    },
    tip: isReached ? (
      <TipBubble {...options} onClose={leave}>
        {text}
      </TipBubble>
    ) : null,
  };
}
