"use client";

import { type ComponentProps, useEffect, useRef, useState } from "react";
import { cn } from "@/lib/utils/cn";

type ScrollRegionProps = ComponentProps<"div"> & { label?: string };

/** Scrolls sideways, and can be reached by keyboard exactly while there is something to scroll to. */
export function ScrollRegion({ label, className, children, ...props }: ScrollRegionProps) {
  const ref = useRef<HTMLDivElement>(null);
  const [overflows, setOverflows] = useState(false);

  // Outside system: the layout. Only the browser knows whether the content is wider than its frame.
  useEffect(() => {
    const element = ref.current;
    if (!element) return;
    const observer = new ResizeObserver(() => setOverflows(element.scrollWidth > element.clientWidth + 1));
    observer.observe(element);
    if (element.firstElementChild) observer.observe(element.firstElementChild);
    return () => observer.disconnect();
  }, []);

  const reachable = overflows
    ? { tabIndex: 0, role: "region", "aria-label": label ?? "Scrollable content" }
    : {};
  return (
    <div
      ref={ref}
      className={cn("relative w-full overflow-x-auto focus-visible:-outline-offset-2", className)}
      {...reachable}
      {...props}
    >
      {children}
    </div>
  );
}
