/** A figure over columns of another query, whose words and units follow. Pure and client-safe. */
import { columnLabel } from "@/lib/charts/columns";
import { mapColumns } from "@/lib/charts/map-columns";
import type { VisualSpec } from "@/lib/charts/spec";

type Rename = (name: string) => string;

/**
 * The same figure over columns of other names. A title of nothing but the names of the columns, as figures are given
 * one, becomes that of the new ones; a unit that was chosen for a column gives way to the one that the other query
 * itself tells for what stands in its place.
 */
export function replaceColumns(
  visual: VisualSpec,
  rename: Rename,
  tellsUnit: (name: string) => boolean,
): VisualSpec {
  const names = new Set<string>();
  const measured = new Set<string>();
  const replaced = mapColumns(visual, (name, role) => {
    names.add(name);
    if (role === "number") measured.add(name);
    return rename(name);
  });
  if (visual.kind === "metric" || visual.kind === "gauge") measured.add(visual.value);
  const isToldAnew = (name: string) => rename(name) !== name && tellsUnit(rename(name));
  const titled = { ...replaced, title: titleOver(visual.title, names, rename) };
  switch (titled.kind) {
    case "table": {
      const told = new Set([...names].filter(isToldAnew).map(rename));
      const columns = titled.columns.map((column) => (told.has(column.name) ? withoutUnit(column) : column));
      return { ...titled, columns };
    }
    case "pivot": {
      const told = new Set([...names].filter(isToldAnew).map(rename));
      const measures = titled.measures.map((measure) =>
        told.has(measure.value) ? withoutUnit(measure) : measure,
      );
      return { ...titled, measures };
    }
    default:
      return "unit" in titled && [...measured].some(isToldAnew) ? withoutUnit(titled) : titled;
  }
}

const JOINTS = /( by | and )/;

/** "Amount by shop" over visits of clinics is "Visits by clinic". */
function titleOver(title: string, names: ReadonlySet<string>, rename: Rename): string {
  const byLabel = new Map([...names].map((name) => [columnLabel(name).toLowerCase(), name]));
  const parts = title.split(JOINTS).map((text, index) => ({ text, isJoint: index % 2 === 1 }));
  if (!parts.every(({ text, isJoint }) => isJoint || byLabel.has(text.toLowerCase()))) return title;
  return parts
    .map(({ text, isJoint }) => {
      const name = isJoint ? undefined : byLabel.get(text.toLowerCase());
      if (name === undefined || rename(name) === name) return text;
      const label = columnLabel(rename(name));
      return text === text.toLowerCase() ? label.toLowerCase() : label;
    })
    .join("");
}

function withoutUnit<Part extends { unit?: unknown }>(part: Part): Part {
  const { unit: _, ...rest } = part;
  return rest as Part;
}
