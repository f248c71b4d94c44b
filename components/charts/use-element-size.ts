"use client";

import { type RefObject, useEffect, useState } from "react";

export type ElementSize = { width: number; height: number };

/** Whole pixels inside an element, kept up to date; null before the first measurement, and on the server. */
export function useElementSize(ref: RefObject<HTMLElement | null>): ElementSize | null {
  const [size, setSize] = useState<ElementSize | null>(null);

  // Outside system: the layout. Charts are drawn for a number of pixels that only the browser knows.
  useEffect(() => {
    const element = ref.current;
    if (!element) return;
    const observer = new ResizeObserver(([entry]) => {
      if (!entry) return;
      const width = Math.floor(entry.contentRect.width);
      const height = Math.floor(entry.contentRect.height);
      setSize((before) => (before?.width === width && before.height === height ? before : { width, height }));
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, [ref]);

  return size;
}
