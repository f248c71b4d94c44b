import type { ReactNode } from "react";
import { NativeSelect } from "@/components/ui/native-select";

/** What narrows and orders a list, in one row that breaks where it is narrow. */
export function FilterBar({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div role="search" aria-label={label} className="flex flex-wrap items-center gap-3">
      {children}
    </div>
  );
}

type FilterChoiceProps = {
  label: string;
  /** What stands for no choice, e.g. "All tags". */
  all: string;
  value: string;
  options: readonly (readonly [value: string, label: string])[];
  onChange: (value: string) => void;
};

/** A choice among fewer than two is none. */
export function FilterChoice({ label, all, value, options, onChange }: FilterChoiceProps) {
  if (options.length < 2 && value === "") return null;
  return (
    <div className="min-w-32 flex-1 sm:flex-none">
      <NativeSelect aria-label={label} value={value} onChange={({ target }) => onChange(target.value)}>
        <option value="">{all}</option>
        {options.map(([option, name]) => (
          <option key={option} value={option}>
            {name}
          </option>
        ))}
      </NativeSelect>
    </div>
  );
}

type OrderChoiceProps<Order extends string> = {
  value: Order;
  options: readonly { value: Order; label: string }[];
  onChange: (order: Order | undefined) => void;
};

/** At the end of the row. */
export function OrderChoice<Order extends string>({ value, options, onChange }: OrderChoiceProps<Order>) {
  return (
    <div className="min-w-40 flex-1 sm:ml-auto sm:flex-none">
      <NativeSelect
        aria-label="Order"
        value={value}
        onChange={({ target }) => onChange(options.find((option) => option.value === target.value)?.value)}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </NativeSelect>
    </div>
  );
}
