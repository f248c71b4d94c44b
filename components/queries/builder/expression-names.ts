/** Calculated columns among the others: what they read, and what each column is called in an expression. Pure. */
import { columnLabel } from "@/lib/charts/columns";
import type { SourceSchema } from "@/lib/data-sources/schemas";
import type { TypedNode } from "@/lib/queries/builder/expression";
import type { Model } from "@/lib/queries/builder/model";
import type { ExpressionColumn } from "./complete-expression";
import { columnsByTable } from "./schema-lookups";

/** The tables and calculated columns that each calculated column reads; none for one that has a problem. */
export function readsOf(model: Model): Map<string, ReadonlySet<string>> {
  const reads = new Map<string, ReadonlySet<string>>();
  for (const [id, node] of model.calculated) reads.set(id, new Set(node instanceof Error ? [] : idsIn(node)));
  return reads;
}

function idsIn(node: TypedNode): string[] {
  if (node.kind === "operation") return node.args.flatMap(idsIn);
  if (node.kind === "literal") return [];
  return [node.ref.kind === "column" ? node.ref.table : node.ref.id];
}

/** The columns an expression may use, each by the shortest name that means it alone. */
export function expressionColumns(
  model: Model,
  schema: SourceSchema | undefined,
  ownId: string,
): ExpressionColumn[] {
  const tables = columnsByTable(model.builder, schema);
  const all = tables.flatMap(({ table, label, columns }) =>
    columns.map((column) => ({ table, label, name: column.name })),
  );
  const times = countBy(all.map(({ name }) => name.toLowerCase()));
  const tableTimes = countBy(tables.map(({ table }) => table.name));
  const columns = all.map(({ table, label, name }) => {
    const qualifier = (tableTimes.get(table.name) ?? 0) > 1 ? table.id : table.name;
    const isAlone = times.get(name.toLowerCase()) === 1;
    return { name: isAlone ? name : `${qualifier}.${name}`, words: `${columnLabel(name)} of ${label}` };
  });
  const calculated = model.builder.calculated
    .filter(({ id }) => id !== ownId)
    .map(({ name }) => ({ name, words: "calculated" }));
  return [...columns, ...calculated];
}

function countBy(names: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return counts;
}

/** The expression with one column called by its new name. */
export function renameInExpression(expression: string, before: string, after: string): string {
  const written = (name: string) => `[${name.replaceAll("]", "]]")}]`;
  return expression
    .split(/('(?:[^']|'')*')/)
    .map((part, at) =>
      // Every second part is a text in quotes, in which nothing is a column.
      at % 2 === 1 ? part : replaceIgnoringCase(part, written(before), written(after)),
    )
    .join("");
}

function replaceIgnoringCase(text: string, before: string, after: string): string {
  const pattern = new RegExp(before.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"), "gi");
  return text.replace(pattern, () => after);
}
