"use client";

import { X } from "lucide-react";
import { FilterBar } from "@/components/library/filter-bar";
import { Button } from "@/components/ui/button";
import { NativeSelect } from "@/components/ui/native-select";
import { SegmentedControl } from "@/components/ui/segmented-control";
import { QueryPurpose } from "@/lib/queries/schemas";
import { RunState } from "@/lib/queries/runs/schemas";
import type { RunFilterValues } from "./list-filters";
import { PURPOSE_WORDS, STATE_WORDS } from "./run-words";

export type RunChoices = {
  /** The reader's own user id. */
  me: string;
  /** Viewers see their own runs alone, and need no choice. */
  seesOthers: boolean;
  sources: { id: string; name: string }[];
  /** The query the list is about, when there is one. */
  queryName: string | null;
};

type RunFilterBarProps = {
  choices: RunChoices;
  filters: RunFilterValues;
  onChange: (change: Partial<RunFilterValues>) => void;
};

export function RunFilterBar({ choices, filters, onChange }: RunFilterBarProps) {
  return (
    <FilterBar label="Runs">
      <SegmentedControl
        label="Order"
        value={filters.sort}
        onValueChange={(sort) => onChange({ sort })}
        options={[
          { value: "newest", label: "Newest" },
          { value: "slowest", label: "Slowest this week" },
        ]}
      />
      {choices.seesOthers ? (
        <SegmentedControl
          label="Asked by"
          value={filters.who}
          onValueChange={(who) => onChange({ who })}
          options={[
            { value: "everybody", label: "Everybody" },
            { value: "me", label: "Me" },
          ]}
        />
      ) : null}
      <Choice
        label="State"
        all="All states"
        value={filters.state}
        options={RunState.options.map((state) => [state, STATE_WORDS[state]])}
        onChange={(state) => onChange({ state })}
      />
      <Choice
        label="Asked for"
        all="All uses"
        value={filters.purpose}
        options={QueryPurpose.options.map((purpose) => [purpose, PURPOSE_WORDS[purpose]])}
        onChange={(purpose) => onChange({ purpose })}
      />
      {choices.sources.length > 1 || filters.source ? (
        <Choice
          label="Data source"
          all="All data sources"
          value={filters.source}
          options={choices.sources.map(({ id, name }) => [id, name])}
          onChange={(source) => onChange({ source })}
        />
      ) : null}
      {filters.query ? (
        <Button onClick={() => onChange({ query: null })}>
          <X aria-hidden />
          {choices.queryName ?? "One query"}
          <span className="sr-only">: show the runs of every query</span>
        </Button>
      ) : null}
    </FilterBar>
  );
}

type ChoiceProps<Value extends string> = {
  label: string;
  all: string;
  value: Value | null;
  options: (readonly [Value, string])[];
  onChange: (value: Value | null) => void;
};

function Choice<Value extends string>({ label, all, value, options, onChange }: ChoiceProps<Value>) {
  return (
    <div className="min-w-36 flex-1 sm:flex-none">
      <NativeSelect
        aria-label={label}
        value={value ?? ""}
        onChange={({ target }) => onChange(options.find(([option]) => option === target.value)?.[0] ?? null)}
      >
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
