/** What could become a filter: parameters and columns of the queries that the dashboard shows. Pure. */
import { columnLabel } from "@/lib/charts/columns";
import type { ResultColumn } from "@/lib/charts/types";
import { DashboardFilter, type WidgetDto } from "@/lib/dashboards/schemas";
import { isFilledByPeriod } from "@/lib/queries/parameters/filled-by-period";
import type { ParameterDefinition } from "@/lib/queries/schemas";

export type QueryShape = { parameters: readonly ParameterDefinition[]; columns: readonly ResultColumn[] };
/** By the id of the query; one that could not be read is left out. */
export type QueryShapes = ReadonlyMap<string, QueryShape>;

export type Candidate = { key: string; label: string; from: "parameter" | "column"; filter: DashboardFilter };

/** One for each name, parameters first: they let the source do the work. Names that are filters already are left out. */
export function filterCandidates(shapes: QueryShapes, taken: readonly DashboardFilter[]): Candidate[] {
  const all = [...shapes.values()];
  const found = new Map<string, Candidate>();
  const add = (from: Candidate["from"], filter: DashboardFilter) => {
    if (taken.some(({ name }) => name === filter.name) || found.has(filter.name)) return;
    found.set(filter.name, {
      key: filter.name,
      label: filter.label || columnLabel(filter.name),
      from,
      filter,
    });
  };
  for (const { parameters } of all)
    for (const parameter of parameters)
      if (!isFilledByPeriod(parameter)) add("parameter", fromParameter(parameter));
  for (const { columns } of all)
    for (const column of columns) if (column.role !== "measure") add("column", fromColumn(column));
  return [...found.values()];
}

const fromParameter = (parameter: ParameterDefinition): DashboardFilter =>
  DashboardFilter.parse({ ...parameter, isRequired: false });

/** Several values of a category; days of a time. */
function fromColumn({ name, type }: ResultColumn): DashboardFilter {
  const isTime = type === "date" || type === "timestamp";
  return DashboardFilter.parse({
    name: parameterName(name),
    label: columnLabel(name),
    type: isTime ? "date_range" : type,
    isList: type === "text" || type === "number",
    isRequired: false,
  });
}

/** A name as parameters have them; the column is found again by how it reads. */
export function parameterName(column: string): string {
  const words = column
    .toLowerCase()
    .normalize("NFKD")
    .replace(/[^a-z0-9]+/g, "_")
    .replace(/^_+|_+$/g, "")
    .slice(0, 60);
  const name = /^[a-z]/.test(words) ? words : `f_${words}`;
  return name === "me" ? "me_" : name;
}

/** Where a filter reaches one widget when nothing is said: in the words of the editor. */
export function automaticAim(filter: DashboardFilter, { queryId }: WidgetDto, shapes: QueryShapes): string {
  const shape = queryId === null ? undefined : shapes.get(queryId);
  if (!shape) return "not known";
  const isLike = (name: string) =>
    name === filter.name || columnLabel(name).toLowerCase() === columnLabel(filter.name).toLowerCase();
  const parameter = shape.parameters.find(({ name }) => isLike(name));
  if (parameter && !isFilledByPeriod(parameter)) return `the parameter ${parameter.name}`;
  const column = shape.columns.find(({ name }) => isLike(name));
  return column ? `the column ${column.name}` : "nothing of this name";
}
