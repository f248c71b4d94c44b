import type { ResultColumn } from "@/lib/charts/types";
import type { Unit } from "@/lib/format/units";
import { outputColumns } from "@/lib/queries/builder/model";
import type { QueryDefinition } from "@/lib/queries/schemas";

/** The units that a query tells of its columns, by their names. */
export function toldUnits(definition: QueryDefinition): Record<string, Unit> {
  const told = definition.kind === "builder" ? outputColumns(definition.builder) : [];
  const own = told.flatMap(({ name, unit }) => (unit ? [[name, unit] as const] : []));
  return { ...Object.fromEntries(own), ...definition.columnUnits };
}

/**
 * The columns of an answer as its author means them: with the definition's units, and for the builder with its own
 * names (sources cut long ones) and with what is grouped by and what is measured.
 */
export function shownColumns(columns: ResultColumn[], definition: QueryDefinition): ResultColumn[] {
  const told = definition.kind === "builder" ? outputColumns(definition.builder) : [];
  const isGrouped = definition.kind === "builder" && definition.builder.measures.length > 0;
  return columns.map((answered, index) => {
    const name = told[index]?.name ?? answered.name;
    const unit = Object.hasOwn(definition.columnUnits, name)
      ? definition.columnUnits[name]
      : told[index]?.unit;
    const role = (isGrouped && told[index]?.role) || answered.role;
    return { ...answered, name, role, ...(unit ? { unit } : {}) };
  });
}
