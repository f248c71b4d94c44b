"use client";

import { Plus, X } from "lucide-react";
import { Button } from "@/components/ui/button";
import { NativeSelect } from "@/components/ui/native-select";
import { columnLabel } from "@/lib/charts/columns";
import type { SchemaColumn } from "@/lib/data-sources/schemas";
import { useBuilder } from "./builder-scope";
import type { Join, TableName } from "./builder-state";
import { findTable } from "./schema-lookups";

type Pairs = Join["on"];
type MatchFieldsProps = { from: TableName; to: TableName; pairs: Pairs; onChange: (pairs: Pairs) => void };

/** Pairs of columns that must be equal. */
export function MatchFields({ from, to, pairs, onChange }: MatchFieldsProps) {
  const { schema } = useBuilder();
  const leftColumns = findTable(schema, from)?.columns ?? [];
  const rightColumns = findTable(schema, to)?.columns ?? [];
  const set = (at: number, side: "left" | "right", column: string) =>
    onChange(pairs.map((pair, index) => (index === at ? { ...pair, [side]: column } : pair)));
  const [firstLeft] = leftColumns;
  const [firstRight] = rightColumns;
  return (
    <div className="flex min-w-0 flex-col gap-1.5">
      {pairs.map((pair, index) => (
        // Pairs have no ids; one is its place.
        <div key={index} className="flex min-w-0 flex-wrap items-center gap-1.5">
          <ColumnChoice
            label={`Column of ${from.name}`}
            columns={leftColumns}
            value={pair.left}
            onChange={(column) => set(index, "left", column)}
          />
          <span className="text-13 text-ink-3">equals</span>
          <ColumnChoice
            label={`Column of ${to.name}`}
            columns={rightColumns}
            value={pair.right}
            onChange={(column) => set(index, "right", column)}
          />
          {pairs.length > 1 ? (
            <Button
              variant="ghost"
              size="icon-sm"
              aria-label="Remove this pair of columns"
              onClick={() => onChange(pairs.filter((_pair, at) => at !== index))}
            >
              <X aria-hidden />
            </Button>
          ) : null}
        </div>
      ))}
      {pairs.length < 8 && firstLeft && firstRight ? (
        <Button
          variant="ghost"
          size="sm"
          className="self-start"
          onClick={() => onChange([...pairs, { left: firstLeft.name, right: firstRight.name }])}
        >
          <Plus aria-hidden />
          Match another pair
        </Button>
      ) : null}
    </div>
  );
}

type ColumnChoiceProps = {
  label: string;
  columns: readonly SchemaColumn[];
  value: string;
  onChange: (column: string) => void;
};

function ColumnChoice({ label, columns, value, onChange }: ColumnChoiceProps) {
  const isKnown = columns.some(({ name }) => name === value);
  return (
    <span className="min-w-32 flex-1">
      <NativeSelect
        aria-label={label}
        className="h-8 pr-8 pl-2 text-13"
        value={value}
        onChange={({ target }) => onChange(target.value)}
      >
        {isKnown ? null : (
          <option value={value}>{value === "" ? "Choose a column" : `${value} (missing)`}</option>
        )}
        {columns.map(({ name }) => (
          <option key={name} value={name}>
            {columnLabel(name)}
          </option>
        ))}
      </NativeSelect>
    </span>
  );
}
