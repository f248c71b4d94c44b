import type { z } from "zod";
import { CreateQueryInput, type QueryDto, UpdateQueryInput } from "@/lib/queries/schemas";

/** What is typed, for a new query and for one that is changed. */
export const QueryFormInput = CreateQueryInput.extend({ changeNote: UpdateQueryInput.shape.changeNote });
export type QueryValues = z.input<typeof QueryFormInput>;

export function newQueryValues(dataSourceId: string, sql: string): QueryValues {
  return {
    name: "",
    description: "",
    category: "",
    tags: [],
    dataSourceId,
    definition: { kind: "sql", schemaVersion: 1, sql, parameters: [], columnUnits: {} },
    changeNote: "",
  };
}

export function valuesOf(query: QueryDto): QueryValues {
  const { name, description, category, tags, dataSourceId, definition } = query;
  return { name, description, category, tags, dataSourceId, definition, changeNote: "" };
}
