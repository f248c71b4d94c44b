"use client";

import { ChevronRight } from "lucide-react";
import { type ReactNode, useId, useState } from "react";
import type { DashboardSection } from "@/lib/dashboards/schemas";
import { cn } from "@/lib/utils/cn";

type SectionViewProps = {
  section: DashboardSection;
  /** Its grid; not drawn, nor asked for, while the section is closed. */
  children: ReactNode;
};

/** A section under its heading, which opens and closes it; one without a name is always open. */
export function SectionView({ section, children }: SectionViewProps) {
  const [open, setOpen] = useState(!section.isCollapsed);
  const content = useId();
  if (section.name === "") return children;
  return (
    <section aria-label={section.name} className="flex flex-col gap-3">
      <h2 className="border-b pb-1">
        <button
          type="button"
          aria-expanded={open}
          aria-controls={content}
          onClick={() => setOpen(!open)}
          className="flex min-h-7 items-center gap-1.5 font-serif text-base text-ink"
        >
          <ChevronRight
            aria-hidden
            className={cn(
              "size-4 text-ink-3 transition-transform motion-reduce:transition-none",
              open && "rotate-90",
            )}
          />
          {section.name}
        </button>
      </h2>
      <div id={content} hidden={!open}>
        {open ? children : null}
      </div>
    </section>
  );
}
