"use client";

import { createContext, use } from "react";
import type { ColumnType } from "@/lib/charts/types";
import type { SourceSchema } from "@/lib/data-sources/schemas";
import type { BuilderQuery } from "@/lib/queries/builder/schema";
import type { ParameterDefinition } from "@/lib/queries/schemas";
import type { BuilderProblem } from "@/lib/queries/builder/check";
import type { Model } from "@/lib/queries/builder/model";

/** Values of a column as texts, the most frequent first. */
export type LoadValues = (
  column: { schema: string; table: string; column: string; type: ColumnType },
  signal: AbortSignal,
) => Promise<string[]>;

export type BuilderScope = {
  query: BuilderQuery;
  /** The same query with its references found. */
  model: Model;
  schema: SourceSchema | undefined;
  parameters: readonly ParameterDefinition[];
  problems: readonly BuilderProblem[];
  /**
   * Takes over the next query. `spoken` is read out; changes of the same `typing` in a row are one step of undo.
   */
  change: (next: BuilderQuery, spoken: string, typing?: string) => void;
  /** Changes the query and declares a parameter that it uses. */
  addParameter: (parameter: ParameterDefinition, next: BuilderQuery) => void;
  /** Removes a part by its id, after asking when more falls away with it. */
  remove: (id: string, name: string) => void;
  loadValues: LoadValues | undefined;
  locale: string;
  /** IANA; where days begin. */
  zone: string;
};

const ScopeContext = createContext<BuilderScope | null>(null);
export const BuilderScopeProvider = ScopeContext.Provider;

/** What every part of the builder reads and changes. */
export function useBuilder(): BuilderScope {
  const scope = use(ScopeContext);
  if (!scope) throw new Error("This part of the builder stands outside of <BuilderEditor>.");
  return scope;
}
