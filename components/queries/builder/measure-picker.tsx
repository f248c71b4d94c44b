"use client";

import { Sigma } from "lucide-react";
import type { ReactNode } from "react";
import { useBuilder } from "./builder-scope";
import { SearchPicker } from "./search-picker";

type MeasurePickerProps = { trigger: ReactNode; label: string; onPick: (id: string) => void };

/** One of the query's measures. */
export function MeasurePicker({ trigger, label, onPick }: MeasurePickerProps) {
  const { query } = useBuilder();
  const items = query.measures.map(({ id, name }) => ({
    value: id,
    label: name,
    icon: <Sigma aria-hidden className="size-4 text-ink-3" />,
  }));
  return (
    <SearchPicker
      trigger={trigger}
      label={label}
      placeholder="Search measures"
      groups={[{ heading: "", items }]}
      none="Add a measure first."
      onPick={onPick}
    />
  );
}
