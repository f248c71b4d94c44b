"use client";

import { type RefObject, useEffect, useState } from "react";

/** About a screen: what one scrolls to is there when one arrives. */
const MARGIN = "800px 0px";

/**
 * True once the element came near what is in sight, and from then on: what was drawn is not taken away again. On paper
 * everything is near. `atFirst` is for what the first paint already has.
 */
export function useNear(ref: RefObject<HTMLElement | null>, atFirst: boolean): boolean {
  const [near, setNear] = useState(atFirst);

  // Outside system: where the page is scrolled to, and the printer.
  useEffect(() => {
    const element = ref.current;
    if (near || !element) return;
    const show = () => setNear(true);
    const observer = new IntersectionObserver(
      (entries) => entries.some((entry) => entry.isIntersecting) && show(),
      {
        rootMargin: MARGIN,
      },
    );
    observer.observe(element);
    window.addEventListener("beforeprint", show);
    return () => {
      observer.disconnect();
      window.removeEventListener("beforeprint", show);
    };
  }, [ref, near]);

  return near;
}
