"use client";

import { useQuery, useQueryClient } from "@tanstack/react-query";
import { type ReactNode, useRef } from "react";
import { Callout } from "@/components/ui/callout";
import { Input } from "@/components/ui/input";
import { Skeleton, SkeletonGroup } from "@/components/ui/skeleton";
import type { VisualKind, VisualSpec } from "@/lib/charts/spec";
import type { ResultColumn } from "@/lib/charts/types";
import type { ParameterDefinition, ParameterValues, QuerySummary } from "@/lib/queries/schemas";
import { Field } from "./field";
import { KindFields } from "./kind-fields";
import { KindPicker } from "./kind-picker";
import { ParameterFields } from "./parameter-fields";
import { QuerySelect } from "./query-select";
import { changeKind, specFromColumns } from "./respec";
import { VISUAL_KIND_NAMES } from "./visual-kinds";

/** `queryId` is empty until a query is chosen; `visual` may be incomplete: check it with the schema before saving. */
export type VisualFormValue = { queryId: string; visual: VisualSpec; parameters: ParameterValues };

/** Before a query is chosen. */
export const NO_FIGURE: VisualFormValue = {
  queryId: "",
  visual: { kind: "table", title: "", columns: [], totals: false, maxRows: 1000 },
  parameters: {},
};

export type VisualFormProps = {
  queries: readonly QuerySummary[];
  value: VisualFormValue;
  onChange: (value: VisualFormValue) => void;
  /** The query's real columns. Rejects with an Error that says why there are none. */
  loadColumns: (queryId: string) => Promise<ResultColumn[]>;
  loadParameters?: (queryId: string) => Promise<ParameterDefinition[]>;
  /** A first figure for a query that was just chosen; made from its columns when left out. */
  suggest?: (queryId: string) => Promise<VisualSpec>;
  /** Kinds that fit the place; all when left out. */
  kinds?: readonly VisualKind[];
  /** Stands under the choice of the kind: the figure as it will look. */
  preview?: ReactNode;
};

/** Chooses a query and how it is drawn. Controlled: the caller keeps the value and saves it. */
export function VisualForm(props: VisualFormProps) {
  const { queries, value, onChange, kinds = VISUAL_KIND_NAMES, preview } = props;
  const { columns, parameters } = useQueryShape(props);
  const chooseQuery = useChooseQuery(props);
  const setVisual = (visual: VisualSpec) => onChange({ ...value, visual });

  return (
    <div className="flex flex-col gap-5">
      <QuerySelect queries={queries} value={value.queryId} onChange={chooseQuery} />
      {value.queryId === "" ? null : columns.isError ? (
        <Callout tone="bad" title="The columns could not be read.">
          {columns.error.message}
        </Callout>
      ) : columns.data === undefined ? (
        <FieldsSkeleton />
      ) : (
        <>
          <KindPicker
            value={value.visual.kind}
            kinds={kinds}
            onChange={(kind) => setVisual(changeKind(value.visual, kind, columns.data))}
          />
          {preview}
          <Field label="Title">
            {(control) => (
              <Input
                {...control}
                maxLength={200}
                value={value.visual.title}
                onChange={({ target }) => setVisual({ ...value.visual, title: target.value })}
              />
            )}
          </Field>
          <KindFields visual={value.visual} columns={columns.data} onChange={setVisual} />
          <ParameterFields
            definitions={parameters}
            values={value.parameters}
            onChange={(changed) => onChange({ ...value, parameters: changed })}
          />
        </>
      )}
    </div>
  );
}

const shapeKey = (part: "columns" | "parameters", queryId: string) => ["figures", part, queryId] as const;

function useQueryShape({ value, loadColumns, loadParameters }: VisualFormProps) {
  const { queryId } = value;
  const columns = useQuery({
    queryKey: shapeKey("columns", queryId),
    queryFn: () => loadColumns(queryId),
    enabled: queryId !== "",
  });
  const { data: parameters = [] } = useQuery({
    queryKey: shapeKey("parameters", queryId),
    queryFn: () => loadParameters?.(queryId) ?? [],
    enabled: queryId !== "" && loadParameters !== undefined,
  });
  return { columns, parameters };
}

/** A newly chosen query brings a figure of its own. */
function useChooseQuery({
  value,
  onChange,
  loadColumns,
  suggest,
  kinds = VISUAL_KIND_NAMES,
}: VisualFormProps) {
  const client = useQueryClient();
  const latest = useRef(value.queryId);
  return async (queryId: string) => {
    latest.current = queryId;
    onChange({ ...value, queryId, parameters: {} });
    const readColumns = () =>
      client.fetchQuery({ queryKey: shapeKey("columns", queryId), queryFn: () => loadColumns(queryId) });
    try {
      const columns = await readColumns();
      const fromColumns = specFromColumns(columns);
      const suggested = suggest ? await suggest(queryId).catch(() => fromColumns) : fromColumns;
      const [firstKind = suggested.kind] = kinds;
      const visual = kinds.includes(suggested.kind) ? suggested : changeKind(suggested, firstKind, columns);
      // Another query may have been chosen while this one answered.
      if (latest.current === queryId) onChange({ queryId, visual, parameters: {} });
    } catch {
      // The query of the columns shows the reason in the form.
    }
  };
}

function FieldsSkeleton() {
  return (
    <SkeletonGroup label="Reading the columns" className="flex flex-col gap-4">
      <Skeleton className="h-33" />
      <Skeleton className="h-15" />
      <Skeleton className="h-15" />
    </SkeletonGroup>
  );
}
