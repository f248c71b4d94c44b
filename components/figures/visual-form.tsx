"use client";

import type { ReactNode } from "react";
import { Callout } from "@/components/ui/callout";
import { Input } from "@/components/ui/input";
import { Skeleton, SkeletonGroup } from "@/components/ui/skeleton";
import type { VisualKind, VisualSpec } from "@/lib/charts/spec";
import type { PreparedModel, ResultColumn } from "@/lib/charts/types";
import type { ParameterDefinition, ParameterValues, QuerySummary } from "@/lib/queries/schemas";
import { Field } from "./field";
import { KindFields } from "./kind-fields";
import { KindPicker } from "./kind-picker";
import { ParameterFields } from "./parameter-fields";
import type { OptionsSource } from "./parameter-options";
import { QuerySelect } from "./query-select";
import { changeKind } from "./respec";
import { useChooseQuery, useQueryShape } from "./use-query-shape";
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
  loadColumns: (queryId: string, parameters: ParameterValues) => Promise<ResultColumn[]>;
  loadParameters?: (queryId: string) => Promise<ParameterDefinition[]>;
  /** The values to choose from that a query gives; without it they are written by hand. */
  parameterOptions?: (queryId: string) => OptionsSource;
  /** A first figure for a query that was just chosen; made from its columns when left out. */
  suggest?: (queryId: string, parameters: ParameterValues) => Promise<VisualSpec>;
  /** Kinds that fit the place; all when left out. */
  kinds?: readonly VisualKind[];
  /** The figure as it is drawn just now, where somebody draws it: its series can then be given colours. */
  drawn?: PreparedModel | undefined;
  /** Stands under the choice of the kind: the figure as it will look. */
  preview?: ReactNode;
};

/** Chooses a query and how it is drawn. Controlled: the caller keeps the value and saves it. */
export function VisualForm(props: VisualFormProps) {
  const { queries, value, onChange, kinds = VISUAL_KIND_NAMES, preview } = props;
  const { columns, parameters } = useQueryShape(props);
  const { choosing, choose } = useChooseQuery(props);
  const setVisual = (visual: VisualSpec) => onChange({ ...value, visual });
  const parameterFields = (
    <ParameterFields
      definitions={parameters}
      values={value.parameters}
      options={value.queryId === "" ? undefined : props.parameterOptions?.(value.queryId)}
      onChange={(changed) => onChange({ ...value, parameters: changed })}
    />
  );

  return (
    <div className="flex flex-col gap-5">
      <QuerySelect queries={queries} value={choosing ?? value.queryId} onChange={choose} />
      {choosing ? (
        <FieldsSkeleton />
      ) : value.queryId === "" ? null : (
        <>
          {columns.isError ? (
            <Callout tone="bad" title="The columns could not be read.">
              {columns.error.message}
            </Callout>
          ) : columns.data === undefined ? (
            <FieldsSkeleton />
          ) : (
            <>
              {kinds.length > 1 ? (
                <KindPicker
                  value={value.visual.kind}
                  kinds={kinds}
                  onChange={(kind) => setVisual(changeKind(value.visual, kind, columns.data))}
                />
              ) : null}
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
              <KindFields
                visual={value.visual}
                columns={columns.data}
                drawn={props.drawn}
                onChange={setVisual}
              />
            </>
          )}
          {/* They stay whatever the columns do: what is being chosen must not lose its place. */}
          {parameterFields}
        </>
      )}
    </div>
  );
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
