/** The queries that a template is drawn from, and what its figures need of them. Pure. */
import { type ColumnRole, mapColumns } from "@/lib/charts/map-columns";
import type { ColumnType } from "@/lib/charts/types";
import { isFigure } from "@/lib/dashboards/widgets";
import { filterLabel } from "@/lib/dashboards/view/effective-view";
import type { QuerySlot, TemplateDocument } from "./schemas";

export type StoredSlot = Omit<QuerySlot, "query"> & { queryId: string };

const TYPES: Record<ColumnRole, readonly ColumnType[]> = {
  number: ["number"],
  any: ["text", "number", "boolean", "date", "timestamp"],
};

/** In the order of the document, which never changes: so a slot is named by its place. */
export function querySlots({ filters, widgets }: TemplateDocument): StoredSlot[] {
  const found = new Map<string, { needs: Map<string, ColumnRole>; usedBy: string[] }>();
  const note = (queryId: string, usedBy: string) => {
    const slot = found.get(queryId) ?? { needs: new Map<string, ColumnRole>(), usedBy: [] };
    if (!slot.usedBy.includes(usedBy)) slot.usedBy.push(usedBy);
    found.set(queryId, slot);
    return (name: string, role: ColumnRole) => {
      if (name && slot.needs.get(name) !== "number") slot.needs.set(name, role);
      return name;
    };
  };
  for (const widget of widgets)
    if (isFigure(widget)) mapColumns(widget.visual, note(widget.queryId, widget.visual.title));
  for (const field of filters.fields) {
    if (field.options?.kind !== "query") continue;
    const need = note(field.options.queryId, filterLabel(field));
    for (const column of [field.options.valueColumn, field.options.labelColumn]) need(column, "any");
  }
  return [...found].map(([queryId, { needs, usedBy }], index) => ({
    slot: `q${index + 1}`,
    queryId,
    columns: [...needs].map(([name, role]) => ({ name, types: TYPES[role] })),
    usedBy,
  }));
}
