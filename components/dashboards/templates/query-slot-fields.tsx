"use client";

import { useId } from "react";
import { errorBodyOf } from "@/components/figures/fetch-json";
import { Field } from "@/components/figures/field";
import { NativeSelect } from "@/components/ui/native-select";
import type { ResultColumn } from "@/lib/charts/types";
import type { QueryChoice, QuerySlot } from "@/lib/dashboards/workspace-templates/schemas";
import { sameColumns } from "./map-to-query";
import type { ColumnsResult } from "./use-columns";

export type NamedQuery = { id: string; name: string };

type QuerySlotFieldsProps = {
  slot: QuerySlot;
  /** Those that the person sees. */
  queries: readonly NamedQuery[];
  /** With the columns that are guessed. */
  choice: QueryChoice;
  /** Of the other query, where one is chosen. */
  known: ColumnsResult | undefined;
  onChange: (choice: QueryChoice) => void;
  /** Says which choices are still missing. */
  isChecked: boolean;
};

/** What becomes of one query of a template, and which columns of another one take the place of its own. */
export function QuerySlotFields(props: QuerySlotFieldsProps) {
  const { slot, queries, choice, known, onChange, isChecked } = props;
  const hintId = useId();
  const label = slot.query?.name ?? "A query that is not shared with you, or was deleted";

  function choose(value: string) {
    if (value === "kept" || value === "empty") onChange({ kind: value });
    else onChange({ kind: "replaced", queryId: value, columns: {} });
  }

  return (
    <fieldset aria-describedby={hintId} className="flex min-w-0 flex-col gap-3 border-t border-rule pt-3">
      <legend className="float-left text-sm font-semibold text-ink">{label}</legend>
      <p id={hintId} className="clear-both -mt-2 text-13 wrap-break-word text-ink-2">
        For {slot.usedBy.filter(Boolean).join(", ") || "figures without a title"}.
        {slot.query || choice.kind !== "empty"
          ? ""
          : " Choose a query that you see, or these stay empty: each says so in its place."}
      </p>
      <Field label="Drawn from" message={known?.error ? errorBodyOf(known.error).message : undefined}>
        {(control) => (
          <NativeSelect
            {...control}
            value={choice.kind === "replaced" ? choice.queryId : choice.kind}
            onChange={({ target }) => choose(target.value)}
          >
            {slot.query ? <option value="kept">The template’s query: {slot.query.name}</option> : null}
            <option value="empty">Nothing yet</option>
            <optgroup label="Another query">
              {queries
                .filter(({ id }) => id !== slot.query?.id)
                .map(({ id, name }) => (
                  <option key={id} value={id}>
                    {name}
                  </option>
                ))}
            </optgroup>
          </NativeSelect>
        )}
      </Field>
      {choice.kind === "replaced" && !known?.data && !known?.error ? (
        <p role="status" className="text-13 text-ink-2">
          Reading its columns…
        </p>
      ) : null}
      {choice.kind === "replaced" && known?.data ? (
        <ColumnFields
          slot={slot}
          columns={known.data}
          chosen={choice.columns}
          onChange={(columns) => onChange({ ...choice, columns })}
          isChecked={isChecked}
        />
      ) : null}
    </fieldset>
  );
}

type ColumnFieldsProps = {
  slot: QuerySlot;
  columns: readonly ResultColumn[];
  chosen: Record<string, string>;
  onChange: (columns: Record<string, string>) => void;
  isChecked: boolean;
};

function ColumnFields({ slot, columns, chosen, onChange, isChecked }: ColumnFieldsProps) {
  const same = sameColumns(slot.columns, columns);
  return (
    <>
      {same.length > 0 ? (
        <p className="text-13 wrap-break-word text-ink-2">
          Taken as they are: {same.map(({ name }) => name).join(", ")}.
        </p>
      ) : null}
      {slot.columns
        .filter((column) => !same.includes(column))
        .map(({ name, types }) => (
          <Field
            key={name}
            label={`In place of ${name}`}
            message={isChecked && !chosen[name] ? "Choose a column." : undefined}
          >
            {(control) => (
              <NativeSelect
                {...control}
                value={chosen[name] ?? ""}
                onChange={({ target }) => onChange({ ...chosen, [name]: target.value })}
              >
                <option value="">Choose a column</option>
                {columns
                  .filter(({ type }) => types.includes(type))
                  .map((column) => (
                    <option key={column.name} value={column.name}>
                      {column.name}
                    </option>
                  ))}
              </NativeSelect>
            )}
          </Field>
        ))}
    </>
  );
}
