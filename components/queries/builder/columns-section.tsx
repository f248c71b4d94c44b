"use client";

import { ListPlus, Plus } from "lucide-react";
import { useId } from "react";
import { reorder } from "@/components/forms/reorder";
import { SortableList } from "@/components/forms/sortable-list";
import { Button } from "@/components/ui/button";
import { NativeSelect } from "@/components/ui/native-select";
import type { ColumnType } from "@/lib/charts/types";
import { fieldType } from "@/lib/queries/builder/model";
import type { Dimension, TimeGrain } from "@/lib/queries/builder/schema";
import { BuilderSection, ProblemList, RemoveButton } from "./builder-section";
import { useBuilder } from "./builder-scope";
import { addDimension, changeDimension, fieldName, GRAIN_NAMES, setGrain } from "./builder-state";
import { FieldPicker } from "./field-picker";
import { NameInput } from "./name-input";
import { problemsWithin } from "./problems";
import { columnField, columnsByTable, sameField, tableLabel } from "./schema-lookups";
import { TypeIcon } from "./type-icon";

/** The columns of a list of rows; with measures, what the rows are grouped by. */
export function ColumnsSection() {
  const { query, schema, change } = useBuilder();
  const isGrouped = query.measures.length > 0;
  const missing = columnsByTable(query, schema).flatMap(({ table, columns }) =>
    columns
      .map((column) => columnField(table, column))
      .filter((field) => !query.dimensions.some((dimension) => sameField(dimension.field, field))),
  );
  return (
    <BuilderSection
      title={isGrouped ? "Grouped by" : "Show"}
      hint={isGrouped ? "One row for each of these" : "Columns of the list"}
      place={{ section: "dimensions", entries: query.dimensions.length }}
    >
      {query.dimensions.length > 0 ? (
        <SortableList
          label={isGrouped ? "Grouped by" : "Columns"}
          entries={query.dimensions}
          onMove={(id, overId) =>
            change(
              { ...query, dimensions: reorder(query.dimensions, id, overId) },
              "The columns are in another order.",
            )
          }
        >
          {(dimension, index) => <DimensionRow dimension={dimension} index={index} />}
        </SortableList>
      ) : (
        <p className="py-1 text-13 text-ink-2">
          {isGrouped ? "Nothing: all rows become one." : NOTHING_CHOSEN}
        </p>
      )}
      <div className="flex flex-wrap gap-2">
        <FieldPicker
          label={isGrouped ? "Group by a column" : "Add a column"}
          onPick={(field) => change(addDimension(query, field), `${fieldName(query, field)} added.`)}
          trigger={
            <Button data-add>
              <Plus aria-hidden />
              {isGrouped ? "Group by a column" : "Add a column"}
            </Button>
          }
        />
        {!isGrouped && missing.length > 0 && missing.length + query.dimensions.length <= 60 ? (
          <Button
            variant="ghost"
            onClick={() => change(missing.reduce(addDimension, query), `${missing.length} columns added.`)}
          >
            <ListPlus aria-hidden />
            {query.dimensions.length === 0 ? "Add all columns" : "Add the other columns"}
          </Button>
        ) : null}
      </div>
    </BuilderSection>
  );
}

const NOTHING_CHOSEN = "Choose a column to show, or something to measure.";

function DimensionRow({ dimension, index }: { dimension: Dimension; index: number }) {
  const { query, model, problems, change, remove } = useBuilder();
  const problemsId = useId();
  const own = problemsWithin(problems, ["dimensions", index]);
  const type = fieldType(model, dimension.field);
  const grains = grainsOf(type);
  const table = dimension.field.kind === "column" ? dimension.field.table : null;
  const from = query.tables.find(({ id }) => id === table);
  const described = own.length > 0 ? { "aria-describedby": problemsId, "aria-invalid": true } : {};
  return (
    <div className="flex min-w-0 flex-1 flex-col gap-1">
      <div className="flex min-w-0 items-start gap-2">
        <div className="grid min-w-0 flex-1 grid-cols-[minmax(0,1fr)] items-center gap-x-2 gap-y-1 @md:grid-cols-[minmax(0,1fr)_minmax(0,1fr)_9.5rem]">
          <NameInput
            {...described}
            aria-label={`Name of the column ${dimension.name}`}
            name={dimension.name}
            onRename={(name) =>
              change(
                changeDimension(query, dimension.id, (entry) => ({ ...entry, name })),
                `Called ${name}.`,
              )
            }
          />
          <p className="flex min-w-0 items-center gap-1.5 px-1 text-xs text-ink-2">
            <TypeIcon type={type ?? "calculated"} />
            <span className="truncate">
              {fieldName(query, dimension.field)}
              {from && query.tables.length > 1 ? (
                <span className="text-ink-3"> of {tableLabel(query, from)}</span>
              ) : null}
            </span>
          </p>
          {grains.length > 0 ? (
            <NativeSelect
              aria-label={`Time of ${dimension.name}`}
              className="h-8 pr-8 pl-2 text-13"
              value={dimension.grain ?? ""}
              onChange={({ target }) => {
                const grain = grains.find((entry) => entry === target.value) ?? null;
                change(
                  setGrain(query, dimension.id, grain),
                  grain ? `By ${GRAIN_NAMES[grain]}.` : "As it is.",
                );
              }}
            >
              <option value="">As it is</option>
              {grains.map((grain) => (
                <option key={grain} value={grain}>
                  {GRAIN_NAMES[grain]}
                </option>
              ))}
            </NativeSelect>
          ) : null}
        </div>
        <RemoveButton name={dimension.name} onRemove={() => remove(dimension.id, dimension.name)} />
      </div>
      <ProblemList id={problemsId} problems={own} />
    </div>
  );
}

const TIMES_OF_DAY: readonly TimeGrain[] = ["hour", "hour_of_day"];

/** A day has no hours; what is no time has no grain. */
function grainsOf(type: ColumnType | null): TimeGrain[] {
  if (type !== "date" && type !== "timestamp") return [];
  const all = Object.keys(GRAIN_NAMES) as TimeGrain[];
  return type === "timestamp" ? all : all.filter((grain) => !TIMES_OF_DAY.includes(grain));
}
