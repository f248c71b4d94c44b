import type { ReactNode } from "react";

/** Fields that most figures do without, folded away. */
export function Fold({ title, children }: { title: string; children: ReactNode }) {
  return (
    <details className="border-t border-rule pt-3">
      <summary className="min-h-6 cursor-pointer text-13 font-medium text-ink">{title}</summary>
      <div role="group" aria-label={title} className="mt-3 flex flex-col gap-4">
        {children}
      </div>
    </details>
  );
}
