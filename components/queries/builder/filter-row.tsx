"use client";

import { ChevronsUpDown, Sigma } from "lucide-react";
import { useId } from "react";
import { Button } from "@/components/ui/button";
import { NativeSelect } from "@/components/ui/native-select";
import { operatorWords } from "@/lib/queries/builder/operators";
import type { Filter, FilterValue } from "@/lib/queries/builder/schema";
import { ProblemList, RemoveButton } from "./builder-section";
import { useBuilder } from "./builder-scope";
import { FieldButton } from "./field-picker";
import { type FilterPart, fieldOf } from "./filter-field";
import type { FilterPath } from "./filter-tree";
import { FilterValueFields } from "./filter-value-fields";
import { needsValue, newFilter, operatorsFor, takesList, withOperator } from "./filter-words";
import { MeasurePicker } from "./measure-picker";
import { problemsWithin } from "./problems";
import { ValueSource } from "./value-source";

type FilterRowProps = {
  part: FilterPart;
  filter: Filter;
  path: FilterPath;
  onChange: (filter: Filter, spoken: string, typing?: string) => void;
  onRemove: () => void;
};

/** "Clinic is one of North, South". */
export function FilterRow({ part, filter, path, onChange, onRemove }: FilterRowProps) {
  const { model, problems } = useBuilder();
  const problemsId = useId();
  const place = [part, ...path.flatMap((index) => ["items", index])];
  const own = problemsWithin(problems, place);
  const describedBy = own.length > 0 ? problemsId : undefined;
  const { name, type } = fieldOf(model, filter.field);
  const operators = operatorsFor(type ?? "text");
  const chosen = operators.find(({ operator }) => operator === filter.operator);
  const setField = (field: Filter["field"]) => {
    const next = fieldOf(model, field);
    // Another column of the same kind keeps what it is compared with.
    onChange(
      next.type === type ? { ...filter, field } : newFilter(field, next.type ?? "text"),
      `${next.name}.`,
    );
  };
  return (
    <div className="flex min-w-0 flex-col gap-1 rounded-md border bg-card py-1 pr-1 pl-1.5">
      <div className="flex min-w-0 items-start gap-1.5">
        <div className="grid min-w-0 flex-1 grid-cols-[minmax(0,1fr)] items-start gap-1.5 @lg:grid-cols-[minmax(0,5fr)_minmax(0,4fr)] @3xl:grid-cols-[minmax(0,5fr)_minmax(0,4fr)_minmax(0,7fr)]">
          {filter.field.kind === "measure" ? (
            <MeasureButton name={name} onPick={(id) => setField({ kind: "measure", id })} />
          ) : (
            <FieldButton
              label="Column of the condition"
              field={filter.field}
              onPick={setField}
              invalid={own.length > 0}
              describedBy={describedBy}
            />
          )}
          <NativeSelect
            aria-label={`How ${name} is compared`}
            className="h-8 pr-8 pl-2 text-13"
            value={filter.operator}
            onChange={({ target }) => {
              const next = operators.find(({ operator }) => operator === target.value);
              if (next) onChange(withOperator(filter, next.operator), `${name} ${next.words}.`);
            }}
          >
            {chosen ? null : (
              <option value={filter.operator}>{operatorWords(filter.operator, type ?? "text")}</option>
            )}
            {operators.map(({ operator, words }) => (
              <option key={operator} value={operator}>
                {words}
              </option>
            ))}
          </NativeSelect>
          {needsValue(filter.operator) ? (
            <div className="flex min-w-0 items-start gap-1 @lg:col-span-2 @3xl:col-span-1">
              <div className="min-w-0 flex-1">
                <FilterValueFields
                  name={name}
                  filter={filter}
                  type={type ?? "text"}
                  describedBy={describedBy}
                  onChange={(value: FilterValue, typing?: string) =>
                    onChange({ ...filter, value }, "", typing && `${place.join(".")} ${typing}`)
                  }
                />
              </div>
              <ValueSource part={part} path={path} filter={filter} name={name} type={type ?? "text"} />
            </div>
          ) : null}
        </div>
        <RemoveButton name={`the condition on ${name}`} onRemove={onRemove} />
      </div>
      {hasNoValue(filter) && own.length === 0 ? (
        <p className="text-xs text-warn">
          {filter.operator === "in"
            ? "No value is chosen: nothing passes."
            : "No value is chosen: everything passes."}
        </p>
      ) : null}
      <ProblemList id={problemsId} problems={own} />
    </div>
  );
}

/** A list may be empty; what that means is worth saying. */
const hasNoValue = ({ operator, value }: Filter): boolean =>
  takesList(operator) && value?.kind === "literal" && value.values.length === 0;

function MeasureButton({ name, onPick }: { name: string; onPick: (id: string) => void }) {
  return (
    <MeasurePicker
      label="Measure of the condition"
      onPick={onPick}
      trigger={
        <Button
          aria-label={`Measure of the condition: ${name}`}
          className="min-w-0 justify-start border-field px-2.5"
        >
          <Sigma aria-hidden className="text-ink-3" />
          <span className="truncate font-normal">{name}</span>
          <ChevronsUpDown aria-hidden className="ml-auto text-ink-3" />
        </Button>
      }
    />
  );
}
