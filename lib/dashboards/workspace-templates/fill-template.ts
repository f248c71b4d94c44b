/** A template with its queries chosen. Pure. */
import { replaceColumns } from "@/lib/charts/replace-columns";
import { type FilterBinding, WidgetOptions } from "@/lib/dashboards/schemas";
import type { DashboardFilter, FigureWidget, WidgetDto } from "@/lib/dashboards/schemas";
import { isFigure } from "@/lib/dashboards/widgets";
import type { TemplateDocument } from "./schemas";

/** What stands in the place of a query of the template. */
export type Filling =
  | { kind: "kept" }
  | {
      kind: "replaced";
      queryId: string;
      columns: Readonly<Record<string, string>>;
      /** The parameters of the other query that may be given the values of the first. */
      parameters: ReadonlySet<string>;
      /** The columns whose units the other query tells. */
      units: ReadonlySet<string>;
    }
  /** `why` is a sentence, printed where the figure would stand. */
  | { kind: "empty"; why: string };

const EMPTY: Filling = { kind: "empty", why: "Its query is not known any more." };

/** The document of a dashboard. A figure whose query is left empty becomes words that say so, in its place. */
export function fillTemplate(
  { filters, settings, widgets }: TemplateDocument,
  fillings: ReadonlyMap<string, Filling>,
): Pick<TemplateDocument, "filters" | "settings" | "widgets"> {
  const of = (queryId: string) => fillings.get(queryId) ?? EMPTY;
  return {
    filters: {
      ...filters,
      fields: filters.fields.map((field) =>
        field.options?.kind === "query" ? fillFilter(field, of(field.options.queryId)) : field,
      ),
    },
    settings,
    widgets: widgets.map((widget) => (isFigure(widget) ? fillFigure(widget, of(widget.queryId)) : widget)),
  };
}

function fillFigure(widget: FigureWidget, filling: Filling): WidgetDto {
  if (filling.kind === "kept") return widget;
  if (filling.kind === "empty") return emptyFigure(widget, filling.why);
  const { queryId, columns, parameters, units } = filling;
  const rename = renaming(columns);
  const bindings = Object.entries(widget.options.bindings).flatMap(([filter, binding]) => {
    if (binding.kind === "parameter" && !parameters.has(binding.name)) return [];
    const moved: FilterBinding =
      binding.kind === "column" ? { ...binding, name: rename(binding.name) } : binding;
    return [[filter, moved] as const];
  });
  return {
    ...widget,
    queryId,
    visual: replaceColumns(widget.visual, rename, (name) => units.has(name)),
    parameters: Object.fromEntries(
      Object.entries(widget.parameters).filter(([name]) => parameters.has(name)),
    ),
    options: { ...widget.options, bindings: Object.fromEntries(bindings) },
  };
}

function emptyFigure(widget: FigureWidget, why: string): WidgetDto {
  return {
    ...widget,
    queryId: null,
    parameters: {},
    visual: {
      kind: "text",
      title: widget.visual.title,
      markdown: `**No figure yet.** ${why} Put a figure of your own here.`,
    },
    options: WidgetOptions.parse({ phone: widget.options.phone }),
  };
}

/** Without its query a filter has no list to choose from; its values are typed. */
function fillFilter(field: DashboardFilter, filling: Filling): DashboardFilter {
  if (filling.kind === "kept" || field.options?.kind !== "query") return field;
  if (filling.kind === "empty") return { ...field, options: null };
  const { valueColumn, labelColumn } = field.options;
  const rename = renaming(filling.columns);
  return {
    ...field,
    options: {
      kind: "query",
      queryId: filling.queryId,
      valueColumn: rename(valueColumn),
      labelColumn: rename(labelColumn),
    },
  };
}

const renaming =
  (columns: Readonly<Record<string, string>>) =>
  (name: string): string =>
    (Object.hasOwn(columns, name) ? columns[name] : undefined) ?? name;
