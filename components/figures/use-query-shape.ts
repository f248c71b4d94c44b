"use client";

import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useRef, useState } from "react";
import { isFilledByPeriod } from "@/lib/queries/parameters/filled-by-period";
import type { ParameterDefinition, ParameterValues } from "@/lib/queries/schemas";
import { changeKind, specFromColumns } from "./respec";
import type { VisualFormProps, VisualFormValue } from "./visual-form";
import { VISUAL_KIND_NAMES } from "./visual-kinds";

const NO_PARAMETERS: ParameterDefinition[] = [];

const shapeKeys = {
  parameters: (queryId: string) => ["figures", "parameters", queryId] as const,
  columns: (queryId: string, parameters: ParameterValues) =>
    ["figures", "columns", queryId, parameters] as const,
};

/** The columns of the chosen query, and the parameters people fill in. */
export function useQueryShape({ value, loadColumns, loadParameters }: VisualFormProps) {
  const { queryId } = value;
  const known = useQuery({
    queryKey: shapeKeys.parameters(queryId),
    queryFn: async () => (await loadParameters?.(queryId))?.filter(isFilledByPeople) ?? NO_PARAMETERS,
    enabled: queryId !== "",
  });
  const parameters = known.data ?? NO_PARAMETERS;
  const needed = valuesNeeded(parameters, value.parameters);
  const columns = useQuery({
    queryKey: shapeKeys.columns(queryId, needed),
    queryFn: () => loadColumns(queryId, needed),
    enabled: queryId !== "" && !known.isPending,
    // Other values of the same query do not take the form away while they are tried.
    placeholderData: (before, query) => (query?.queryKey[2] === queryId ? before : undefined),
  });
  return { columns, parameters };
}

/**
 * A newly chosen query brings a figure of its own, and counts as chosen once that is known: until then
 * `choosing` names it.
 */
export function useChooseQuery(props: VisualFormProps) {
  const { onChange, loadColumns, suggest, kinds = VISUAL_KIND_NAMES } = props;
  const client = useQueryClient();
  const [choosing, setChoosing] = useState<string | null>(null);
  const latest = useRef<string | null>(null);

  async function firstFigure(queryId: string): Promise<VisualFormValue> {
    const columns = await client.fetchQuery({
      queryKey: shapeKeys.columns(queryId, {}),
      queryFn: () => loadColumns(queryId, {}),
    });
    const fromColumns = specFromColumns(columns);
    const suggested = suggest ? await suggest(queryId, {}).catch(() => fromColumns) : fromColumns;
    const [firstKind = suggested.kind] = kinds;
    const visual = kinds.includes(suggested.kind) ? suggested : changeKind(suggested, firstKind, columns);
    const name = props.queries.find((query) => query.id === queryId)?.name ?? "";
    return { queryId, visual: { ...visual, title: visual.title || name }, parameters: {} };
  }

  async function choose(queryId: string) {
    latest.current = queryId;
    setChoosing(queryId);
    // Without columns the form shows why, and the parameters that may be missing.
    const figure = await firstFigure(queryId).catch(() => ({ ...props.value, queryId, parameters: {} }));
    // Another query may have been chosen while this one answered.
    if (latest.current !== queryId) return;
    setChoosing(null);
    onChange(figure);
  }

  return { choosing, choose };
}

const isFilledByPeople = (parameter: ParameterDefinition): boolean => !isFilledByPeriod(parameter);

/** Columns do not depend on values; a query only needs those that have no default to run at all. */
function valuesNeeded(parameters: readonly ParameterDefinition[], values: ParameterValues): ParameterValues {
  const names = parameters
    .filter((parameter) => parameter.isRequired && (parameter.default ?? null) === null)
    .map(({ name }) => name);
  return Object.fromEntries(Object.entries(values).filter(([name]) => names.includes(name)));
}
