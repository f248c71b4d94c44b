"use client";

import { keepPreviousData, useQuery } from "@tanstack/react-query";
import type { ParameterDefinition, ParameterOptionsDto, ParameterValues } from "@/lib/queries/schemas";
import { ApiError, fetchJson } from "./fetch-json";
import type { DeclaredParameter } from "./parameter-values";
import { useDebounced } from "./use-debounced";

/** Where the values come from that a query gives. `key` tells one source from another. */
export type OptionsSource = {
  key: readonly unknown[];
  load(parameter: string, values: ParameterValues, signal?: AbortSignal): Promise<ParameterOptionsDto>;
};

const post = (url: string, workspace: string, body: unknown, signal?: AbortSignal) =>
  fetchJson<ParameterOptionsDto>(`${url}?workspace=${encodeURIComponent(workspace)}`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(body),
    signal,
  });

/** For the parameters of a saved query. */
export const savedOptions = (workspace: string, queryId: string): OptionsSource => ({
  key: [workspace, queryId],
  load: (parameter, values, signal) =>
    post(`/api/v1/queries/${queryId}/options`, workspace, { parameter, values }, signal),
});

/** For parameters that are being declared. */
export const draftOptions = (
  workspace: string,
  parameters: readonly ParameterDefinition[],
): OptionsSource => ({
  key: [workspace, parameters],
  load: (parameter, values, signal) =>
    post("/api/v1/queries/options", workspace, { parameters, parameter, values }, signal),
});

export type ParameterOptionsState = {
  /** null while nothing is known. */
  offered: ParameterOptionsDto | null;
  /** True while other values are looked up than those that are shown. */
  isLoading: boolean;
  /** What keeps the list empty: another value to choose first, or a failure. */
  problem: { message: string; canRetry: boolean } | null;
  retry: () => void;
  /** The values of the other parameters that `offered` belongs to. */
  othersKey: string;
};

const TYPING_PAUSE_MS = 350;

/** The values to choose from; they follow what is chosen for the other parameters. */
export function useParameterOptions(
  parameter: DeclaredParameter,
  values: ParameterValues,
  source: OptionsSource | undefined,
): ParameterOptionsState {
  const { [parameter.name]: _own, ...others } = values;
  const settled = useDebounced(others, TYPING_PAUSE_MS);
  const { options } = parameter;
  const isFed = options?.kind === "query" && options.queryId !== "" && source !== undefined;
  const query = useQuery({
    queryKey: ["parameter-options", ...(source?.key ?? []), parameter.name, settled],
    queryFn: async ({ signal }): Promise<ParameterOptionsDto> => {
      if (!source) throw new Error("Asked without a source of values.");
      return source.load(parameter.name, settled, signal);
    },
    enabled: isFed,
    placeholderData: keepPreviousData,
  });
  const isBehind = isFed && (query.isPlaceholderData || JSON.stringify(others) !== JSON.stringify(settled));
  return {
    offered: options?.kind === "values" ? fixedOptions(options.values) : (query.data ?? null),
    isLoading: isFed && (query.isPending || isBehind) && !query.isError,
    problem: query.isError ? problemOf(query.error) : null,
    retry: () => void query.refetch(),
    othersKey: JSON.stringify(settled),
  };
}

function fixedOptions(values: { value: string; label?: string }[]): ParameterOptionsDto {
  return { options: values.map(({ value, label }) => ({ value, label: label || value })), truncated: false };
}

/** What is wrong with the question is for people to change; asking again would not help. */
function problemOf(error: Error): ParameterOptionsState["problem"] {
  const canRetry = !(error instanceof ApiError && error.body.code === "invalid_input");
  return { message: error.message, canRetry };
}
