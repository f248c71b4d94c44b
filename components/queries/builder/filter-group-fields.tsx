"use client";

import { FolderPlus, Plus } from "lucide-react";
import { Button } from "@/components/ui/button";
import { SegmentedControl } from "@/components/ui/segmented-control";
import type { Filter, FilterGroup } from "@/lib/queries/builder/schema";
import { cn } from "@/lib/utils/cn";
import { RemoveButton } from "./builder-section";
import { useBuilder } from "./builder-scope";
import { FieldPicker } from "./field-picker";
import { type ChangeFilters, type FilterPart, fieldOf } from "./filter-field";
import { FilterRow } from "./filter-row";
import {
  addItem,
  DEEPEST_GROUP,
  type FilterPath,
  itemAt,
  removeItem,
  replaceItem,
  setMatch,
} from "./filter-tree";
import { newFilter } from "./filter-words";
import { MeasurePicker } from "./measure-picker";

type FilterGroupProps = {
  part: FilterPart;
  /** The outermost group. */
  group: FilterGroup;
  onChange: ChangeFilters;
  /** Where this group is in the outermost one. */
  path?: FilterPath;
};

const MATCHES = [
  { value: "all", label: "All of these" },
  { value: "any", label: "Any of these" },
] as const;

/** Conditions, and groups of them, three deep. */
export function FilterGroupFields({ part, group, onChange, path = [] }: FilterGroupProps) {
  const own = itemAt(group, path);
  if (own?.kind !== "group") return null;
  const isInner = path.length > 0;
  const change = (next: FilterGroup, spoken: string) => onChange(next, spoken);
  return (
    <div
      className={cn(
        "flex min-w-0 flex-col gap-2",
        isInner && "rounded-md border border-rule-strong bg-paper p-2",
      )}
    >
      {own.items.length > 1 || isInner ? (
        <div className="flex items-center justify-between gap-2">
          <SegmentedControl
            label={isInner ? "How many conditions of the group must hold" : "How many conditions must hold"}
            value={own.match}
            onValueChange={(match) =>
              change(setMatch(group, path, match), match === "all" ? "All must hold." : "Any may hold.")
            }
            options={MATCHES}
          />
          {isInner ? (
            <RemoveButton
              name="the group"
              onRemove={() => change(removeItem(group, path), "Group removed.")}
            />
          ) : null}
        </div>
      ) : null}
      {own.items.length > 0 ? (
        <ul className="flex flex-col gap-2">
          {own.items.map((item, index) => {
            const place = [...path, index];
            return (
              // Conditions have no ids; one is its place in the group.
              <li key={index} className="min-w-0">
                {item.kind === "group" ? (
                  <FilterGroupFields part={part} group={group} onChange={onChange} path={place} />
                ) : (
                  <FilterRow
                    part={part}
                    filter={item}
                    path={place}
                    onChange={(next, spoken, typing) =>
                      onChange(replaceItem(group, place, next), spoken, typing)
                    }
                    onRemove={() => change(removeItem(group, place), "Condition removed.")}
                  />
                )}
              </li>
            );
          })}
        </ul>
      ) : isInner ? null : (
        <p className="py-1 text-13 text-ink-2">
          {part === "filters" ? "All rows count." : "All groups are shown."}
        </p>
      )}
      <div className="flex flex-wrap gap-2">
        <AddCondition
          part={part}
          onAdd={(filter) => change(addItem(group, path, filter), "Condition added.")}
        />
        {own.items.length > 0 && path.length < DEEPEST_GROUP - 1 ? (
          <Button
            variant="ghost"
            onClick={() =>
              change(
                addItem(group, path, {
                  kind: "group",
                  match: own.match === "all" ? "any" : "all",
                  items: [],
                }),
                "Group added.",
              )
            }
          >
            <FolderPlus aria-hidden />
            Add a group
          </Button>
        ) : null}
      </div>
    </div>
  );
}

function AddCondition({ part, onAdd }: { part: FilterPart; onAdd: (filter: Filter) => void }) {
  const { model } = useBuilder();
  const button = (
    <Button data-add>
      <Plus aria-hidden />
      Add a condition
    </Button>
  );
  const add = (field: Filter["field"]) => onAdd(newFilter(field, fieldOf(model, field).type ?? "text"));
  return part === "filters" ? (
    <FieldPicker label="Condition on a column" onPick={add} trigger={button} />
  ) : (
    <MeasurePicker
      label="Condition on a measure"
      onPick={(id) => add({ kind: "measure", id })}
      trigger={button}
    />
  );
}
