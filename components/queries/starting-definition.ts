import type { Dialect } from "@/lib/data-sources/schemas";
import { beginWith } from "./builder/builder-state";
import { type DefinitionValues, emptyBuilder, emptySql } from "./form-values";
import { startingSql } from "./starting-sql";

type Start = {
  /** `sql`; anything else is the builder, which everybody can use. */
  mode: string | null;
  dialect: Dialect;
  schema: string | null;
  /** A table of the schema browser; null starts from nothing. */
  table: string | null;
};

/** What a new query begins with, by what its address says. */
export function startingDefinition({ mode, dialect, schema, table }: Start): DefinitionValues {
  const from = table === null ? null : { schema: schema ?? "", table };
  if (mode === "sql") return emptySql(from ? startingSql(dialect, from) : "");
  return emptyBuilder(from ? beginWith({ schema: from.schema, name: from.table }) : undefined);
}
