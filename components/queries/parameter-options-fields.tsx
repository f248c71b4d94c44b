"use client";

import { useQuery } from "@tanstack/react-query";
import { Plus, X } from "lucide-react";
import type { ClipboardEvent } from "react";
import { fetchJson } from "@/components/figures/fetch-json";
import { Field } from "@/components/figures/field";
import { QuerySelect } from "@/components/figures/query-select";
import { Button } from "@/components/ui/button";
import { Input } from "@/components/ui/input";
import { NativeSelect } from "@/components/ui/native-select";
import type { QuerySummary } from "@/lib/queries/schemas";
import type { Parameter } from "./parameter-item";

type OptionsFieldsProps = {
  slug: string;
  parameter: Parameter;
  onChange: (changes: Partial<Parameter>) => void;
};
type Options = NonNullable<Parameter["options"]>;
type FixedValue = Extract<Options, { kind: "values" }>["values"][number];

const FIRST: Record<Options["kind"], Options> = {
  values: { kind: "values", values: [{ value: "", label: "" }] },
  query: { kind: "query", queryId: "", valueColumn: "", labelColumn: "" },
};

/** Where the values to choose from come from. */
export function OptionsFields({ slug, parameter, onChange }: OptionsFieldsProps) {
  const { options } = parameter;
  const set = (next: Options | null) => onChange({ options: next, default: undefined });
  return (
    <>
      <Field label="Values to choose from">
        {(control) => (
          <NativeSelect
            {...control}
            value={options?.kind ?? ""}
            onChange={({ target }) =>
              set(target.value === "values" || target.value === "query" ? FIRST[target.value] : null)
            }
          >
            <option value="">Any value</option>
            <option value="values">Fixed values</option>
            <option value="query">From another query</option>
          </NativeSelect>
        )}
      </Field>
      {options?.kind === "values" ? (
        <FixedValues
          values={options.values}
          onChange={(values) => onChange({ options: { kind: "values", values } })}
        />
      ) : null}
      {options?.kind === "query" ? (
        <FromQuery slug={slug} options={options} onChange={(next) => onChange({ options: next })} />
      ) : null}
    </>
  );
}

type FixedValuesProps = { values: FixedValue[]; onChange: (values: FixedValue[]) => void };

function FixedValues({ values, onChange }: FixedValuesProps) {
  const change = (index: number, changes: Partial<FixedValue>) =>
    onChange(values.map((entry, at) => (at === index ? { ...entry, ...changes } : entry)));
  function paste(event: ClipboardEvent<HTMLInputElement>, index: number) {
    const lines = event.clipboardData
      .getData("text")
      .split(/\r?\n/)
      .filter((line) => line.trim() !== "");
    if (lines.length < 2) return;
    event.preventDefault();
    const pasted = lines.map((line) => {
      const [value = "", label = ""] = line.split("\t");
      return { value: value.trim(), label: label.trim() };
    });
    onChange([...values.slice(0, index), ...pasted, ...values.slice(index + 1)].slice(0, 1000));
  }
  return (
    <div className="flex flex-col gap-1.5">
      <ul className="flex flex-col gap-1.5">
        {values.map((entry, index) => (
          <li key={index} className="grid grid-cols-[1fr_1fr_auto] items-center gap-1.5">
            <Input
              aria-label={`Value ${index + 1}`}
              placeholder="Value"
              maxLength={2000}
              value={entry.value}
              onPaste={(event) => paste(event, index)}
              onChange={({ target }) => change(index, { value: target.value })}
            />
            <Input
              aria-label={`Shown as ${index + 1}`}
              placeholder={entry.value || "Shown as"}
              maxLength={200}
              value={entry.label ?? ""}
              onChange={({ target }) => change(index, { label: target.value })}
            />
            <Button
              variant="ghost"
              size="icon-sm"
              aria-label={`Remove value ${index + 1}`}
              onClick={() => onChange(values.filter((_, at) => at !== index))}
            >
              <X aria-hidden />
            </Button>
          </li>
        ))}
      </ul>
      <Button
        size="sm"
        className="self-start"
        disabled={values.length >= 1000}
        onClick={() => onChange([...values, { value: "", label: "" }])}
      >
        <Plus aria-hidden />
        Add a value
      </Button>
    </div>
  );
}

type FromQueryOptions = Extract<Options, { kind: "query" }>;
type FromQueryProps = {
  slug: string;
  options: FromQueryOptions;
  onChange: (options: FromQueryOptions) => void;
};

function FromQuery({ slug, options, onChange }: FromQueryProps) {
  const queries = useQuery({
    queryKey: ["queries", slug, "for-options"],
    queryFn: ({ signal }) =>
      fetchJson<QuerySummary[]>(`/api/v1/queries?workspace=${encodeURIComponent(slug)}`, { signal }),
  });
  if (queries.isPending)
    return (
      <p role="status" className="text-xs text-ink-3">
        Reading the queries…
      </p>
    );
  if (queries.isError)
    return (
      <p role="alert" className="text-xs text-bad">
        {queries.error.message}
      </p>
    );
  return (
    <div className="flex flex-col gap-2.5">
      <QuerySelect
        queries={queries.data}
        value={options.queryId}
        onChange={(queryId) => onChange({ ...options, queryId })}
      />
      <div className="grid grid-cols-2 gap-2.5">
        <Field label="Column of values" optional hint="Left empty: the first.">
          {(control) => (
            <Input
              {...control}
              maxLength={200}
              value={options.valueColumn}
              onChange={({ target }) => onChange({ ...options, valueColumn: target.value })}
            />
          )}
        </Field>
        <Field label="Column shown" optional hint="Left empty: the values.">
          {(control) => (
            <Input
              {...control}
              maxLength={200}
              value={options.labelColumn ?? ""}
              onChange={({ target }) => onChange({ ...options, labelColumn: target.value })}
            />
          )}
        </Field>
      </div>
      <p className="text-xs text-ink-3">
        Parameters of that query with the names of these here follow what is chosen here.
      </p>
    </div>
  );
}
