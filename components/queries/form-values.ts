import type { z } from "zod";
import {
  BuilderDefinition,
  CreateQueryInput,
  ParameterDefinition,
  type QueryDto,
  SqlDefinition,
  UpdateQueryInput,
} from "@/lib/queries/schemas";
import { NO_TABLE } from "./builder/builder-state";

/** What is typed, for a new query and for one that is changed. */
export const QueryFormInput = CreateQueryInput.extend({ changeNote: UpdateQueryInput.shape.changeNote });
export type QueryValues = z.input<typeof QueryFormInput>;
export type DefinitionValues = QueryValues["definition"];
export type EditorMode = DefinitionValues["kind"];

export function newQueryValues(dataSourceId: string, definition: DefinitionValues): QueryValues {
  return {
    name: "",
    description: "",
    category: "",
    tags: [],
    dataSourceId,
    definition,
    visibility: "WORKSPACE",
    departmentId: null,
    jobRoles: [],
    isTemplate: false,
    changeNote: "",
  };
}

export function valuesOf(query: QueryDto): QueryValues {
  const { name, description, category, tags, dataSourceId, definition } = query;
  const { visibility, departmentId, jobRoles, isTemplate } = query;
  const sharing = { visibility, departmentId, jobRoles, isTemplate };
  return { name, description, category, tags, dataSourceId, definition, ...sharing, changeNote: "" };
}

export const emptySql = (sql = ""): DefinitionValues => ({
  kind: "sql",
  schemaVersion: 1,
  sql,
  parameters: [],
  columnUnits: {},
});

export const emptyBuilder = (builder = NO_TABLE): DefinitionValues => ({
  kind: "builder",
  schemaVersion: 1,
  builder,
  parameters: [],
  columnUnits: {},
});

/** The builder's part as its editor takes it: it may still be without a table. */
export function asBuilder(definition: DefinitionValues): BuilderDefinition | null {
  if (definition.kind !== "builder") return null;
  const { builder, ...base } = definition;
  const common = SqlDefinition.omit({ kind: true, sql: true }).parse(base);
  const parsed = BuilderDefinition.shape.builder.safeParse(builder);
  return { ...common, kind: "builder", builder: parsed.data ?? { ...NO_TABLE, ...(builder as object) } };
}

/** What is declared so far, without the declarations that are half typed. */
export const parametersOf = (definition: DefinitionValues): ParameterDefinition[] =>
  (definition.parameters ?? []).flatMap((parameter) => ParameterDefinition.safeParse(parameter).data ?? []);

/** Equal for the same question to the same source: tells whether an answer is still of what stands there. */
export function questionOf({ dataSourceId, definition }: Pick<QueryValues, "dataSourceId" | "definition">) {
  const text = definition.kind === "sql" ? definition.sql.trim() : definition.builder;
  return JSON.stringify([dataSourceId, definition.kind, text]);
}
