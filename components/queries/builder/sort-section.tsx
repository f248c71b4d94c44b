"use client";

import { ArrowDownNarrowWide, ArrowUpNarrowWide, Plus } from "lucide-react";
import { reorder } from "@/components/forms/reorder";
import { SortableList } from "@/components/forms/sortable-list";
import { Button } from "@/components/ui/button";
import { Input } from "@/components/ui/input";
import { NativeSelect } from "@/components/ui/native-select";
import type { ColumnType } from "@/lib/charts/types";
import { fieldType, measureType } from "@/lib/queries/builder/model";
import type { BuilderQuery } from "@/lib/queries/builder/schema";
import { BuilderSection, ProblemList, RemoveButton } from "./builder-section";
import { useBuilder } from "./builder-scope";
import { addSort, type Sort } from "./builder-state";
import { problemsWithin } from "./problems";
import { SearchPicker } from "./search-picker";

/** What comes first. */
export function SortSection() {
  const { query, change } = useBuilder();
  const outputs = [...query.dimensions, ...query.measures];
  const unsorted = outputs.filter(({ id }) => !query.sort.some(({ by }) => by === id));
  const entries = query.sort.map((sort) => ({
    id: sort.by,
    name: outputs.find(({ id }) => id === sort.by)?.name ?? "A removed column",
    sort,
  }));
  if (outputs.length === 0 && query.sort.length === 0) return null;
  return (
    <BuilderSection
      title="Sorted by"
      hint="What comes first"
      place={{ section: "sort", entries: query.sort.length }}
    >
      {entries.length > 0 ? (
        <SortableList
          label="Sorted by"
          entries={entries}
          onMove={(id, overId) =>
            change(
              { ...query, sort: reorder(entries, id, overId).map(({ sort }) => sort) },
              "The columns to sort by are in another order.",
            )
          }
        >
          {(entry, index) => <SortRow name={entry.name} sort={entry.sort} index={index} />}
        </SortableList>
      ) : null}
      {unsorted.length > 0 ? (
        <SearchPicker
          label="Sort by"
          placeholder="Search columns of the result"
          groups={[{ heading: "", items: unsorted.map(({ id, name }) => ({ value: id, label: name })) }]}
          onPick={(id) => change(addSort(query, id), "Sorted by another column.")}
          trigger={
            <Button data-add className="self-start">
              <Plus aria-hidden />
              {query.sort.length === 0 ? "Sort by a column" : "Then by another"}
            </Button>
          }
        />
      ) : null}
    </BuilderSection>
  );
}

const DIRECTION_WORDS = {
  text: { ascending: "A to Z", descending: "Z to A" },
  number: { ascending: "smallest first", descending: "greatest first" },
  boolean: { ascending: "no before yes", descending: "yes before no" },
  date: { ascending: "oldest first", descending: "newest first" },
  timestamp: { ascending: "oldest first", descending: "newest first" },
} as const satisfies Record<ColumnType, Record<Sort["direction"], string>>;

function SortRow({ name, sort, index }: { name: string; sort: Sort; index: number }) {
  const { query, model, problems, change } = useBuilder();
  const measure = query.measures.find(({ id }) => id === sort.by);
  const dimension = query.dimensions.find(({ id }) => id === sort.by);
  const type = measure ? measureType(model, measure) : dimension && fieldType(model, dimension.field);
  const words = DIRECTION_WORDS[type ?? "number"];
  const Icon = sort.direction === "ascending" ? ArrowUpNarrowWide : ArrowDownNarrowWide;
  const set = (direction: Sort["direction"]) =>
    change(
      { ...query, sort: query.sort.map((entry) => (entry.by === sort.by ? { ...entry, direction } : entry)) },
      `${name}: ${words[direction]}.`,
    );
  return (
    <div className="flex min-w-0 flex-1 flex-col gap-1">
      <div className="flex min-w-0 items-center gap-2">
        <Icon aria-hidden className="size-4 shrink-0 text-ink-3" />
        <span className="min-w-0 flex-1 truncate text-13">{name}</span>
        <span className="w-36 shrink-0">
          <NativeSelect
            aria-label={`Direction of ${name}`}
            className="h-8 pr-8 pl-2 text-13"
            value={sort.direction}
            onChange={({ target }) => set(target.value === "descending" ? "descending" : "ascending")}
          >
            <option value="ascending">{words.ascending}</option>
            <option value="descending">{words.descending}</option>
          </NativeSelect>
        </span>
        <RemoveButton
          name={`sorting by ${name}`}
          onRemove={() =>
            change(
              { ...query, sort: query.sort.filter(({ by }) => by !== sort.by) },
              `No longer sorted by ${name}.`,
            )
          }
        />
      </div>
      <ProblemList problems={problemsWithin(problems, ["sort", index])} />
    </div>
  );
}

/** How many rows at most. */
export function LimitSection() {
  const { query, change } = useBuilder();
  const set = (limit: BuilderQuery["limit"]) => change({ ...query, limit }, "", "limit");
  return (
    <BuilderSection title="At most" hint="Empty shows all" place={{ section: "limit", entries: 0 }}>
      <label className="flex items-center gap-2 text-13 text-ink-2">
        <Input
          aria-label="Rows at most"
          type="number"
          min={1}
          max={1_000_000}
          step={1}
          className="h-8 w-28 px-2 text-13"
          placeholder="all"
          value={query.limit ?? ""}
          onChange={({ target }) =>
            set(
              Number.isNaN(target.valueAsNumber)
                ? null
                : Math.min(1_000_000, Math.max(1, Math.round(target.valueAsNumber))),
            )
          }
        />
        rows
      </label>
    </BuilderSection>
  );
}
