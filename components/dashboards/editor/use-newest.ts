"use client";

import { type RefObject, useLayoutEffect, useRef } from "react";

/**
 * The newest value, to be read when something happens. The reference stays the same through all renders: memoised
 * widgets are given it, and are not drawn again because a neighbour moved.
 */
export function useNewest<T>(value: T): Readonly<RefObject<T>> {
  const newest = useRef(value);
  // Outside system: the handlers on elements that are not rendered again.
  useLayoutEffect(() => {
    newest.current = value;
  });
  return newest;
}
