"use client";

import { X } from "lucide-react";
import { columnLabel } from "@/lib/charts/columns";
import type { CrossFilter } from "@/lib/dashboards/schemas";
import { withoutWidget } from "@/lib/dashboards/view/cross-filters";

type CrossChipsProps = { cross: readonly CrossFilter[]; onChange: (cross: CrossFilter[]) => void };

/** What was clicked on figures, to be let go of again. */
export function CrossChips({ cross, onChange }: CrossChipsProps) {
  if (cross.length === 0) return null;
  return (
    <ul aria-label="Chosen on figures" className="contents">
      {cross.map((filter) => (
        <li key={`${filter.widgetKey}:${filter.column}`} className="contents">
          <span className="inline-flex h-8 max-w-72 items-center rounded-full bg-accent-soft pl-3 text-13">
            <span className="mr-1.5 text-ink-2">{columnLabel(filter.column)}</span>
            <span className="truncate font-medium">{filter.label}</span>
            <button
              type="button"
              aria-label={`Remove ${columnLabel(filter.column)} ${filter.label}`}
              onClick={() => onChange(withoutWidget(cross, filter.widgetKey))}
              className="mr-0.5 ml-1 flex size-7 items-center justify-center rounded-full text-ink-2 hover:text-ink"
            >
              <X aria-hidden className="size-3.5" />
            </button>
          </span>
        </li>
      ))}
    </ul>
  );
}
