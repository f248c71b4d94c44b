import { requirePermission } from "@/lib/access";
import { prepareContent } from "@/lib/charts/prepare-content";
import type { VariableValues } from "@/lib/charts/variables";
import type { RequestContext } from "@/lib/context";
import type { WidgetDto } from "@/lib/dashboards/schemas";
import type { PreviewWidget } from "@/lib/dashboards/templates/schemas";
import { effectiveView } from "@/lib/dashboards/view/effective-view";
import { filterWords } from "@/lib/dashboards/view/filter-words";
import { dashboardFilter } from "@/lib/dashboards/view/widget-filters";
import { isContent, isFigure } from "@/lib/dashboards/widgets";
import { AppError } from "@/lib/errors";
import { formatDate } from "@/lib/format/dates";
import { type FigureOptions, periodText, prepareFigure } from "@/lib/queries";
import { fillChosen } from "./chosen-template";
import { outlineOf } from "./outline";
import { PreviewWorkspaceTemplateInput, type TemplateDocument } from "./schemas";

type FigureAnswers = NonNullable<FigureOptions["answers"]>;

/**
 * One tab of what would be made of a template, with the figures of queries that the person sees. One that cannot
 * be drawn says why. Throws as `createFromWorkspaceTemplate`.
 */
export async function previewWorkspaceTemplate(
  ctx: RequestContext,
  input: PreviewWorkspaceTemplateInput,
): Promise<PreviewWidget[]> {
  requirePermission(ctx, "dashboard:create");
  requirePermission(ctx, "query:run");
  const { tab, ...choice } = PreviewWorkspaceTemplateInput.parse(input);
  const { filled } = await fillChosen(ctx, choice);
  const answers: FigureAnswers = new Map();
  return Promise.all(
    outlineOf(filled, tab).map(async ({ layout, widget }) => ({
      layout,
      ...(await drawn(ctx, filled.filters, widget, answers)),
    })),
  );
}

async function drawn(
  ctx: RequestContext,
  filters: TemplateDocument["filters"],
  widget: WidgetDto,
  answers: FigureAnswers,
): Promise<Omit<PreviewWidget, "layout">> {
  const { title } = widget.visual;
  if (isContent(widget)) {
    const place = { variables: variablesOf(ctx, filters), workspace: ctx.workspace.slug };
    const content = prepareContent(widget.visual, place);
    return { title: content.title, model: null, content };
  }
  if (!isFigure(widget)) return { title, model: null };
  const { queryId, visual, parameters, options } = widget;
  const view = effectiveView(filters, firstView(filters));
  try {
    const { model } = await prepareFigure(
      ctx,
      { queryId, visual, parameters, range: view.range },
      {
        purpose: "EDITOR",
        compare: view.comparison,
        filters: view.filters.map((filter) => dashboardFilter(filter, options.bindings)),
        answers,
      },
    );
    return { title: model.title, model };
  } catch (error) {
    if (!(error instanceof AppError) || error.code === "cancelled") throw error;
    return { title, model: null, note: error.message };
  }
}

const firstView = ({ range, comparison }: TemplateDocument["filters"]) => ({ range, comparison, values: {} });

function variablesOf(ctx: RequestContext, filters: TemplateDocument["filters"]): VariableValues {
  const { zone, locale } = ctx.workspace;
  return {
    period: periodText(ctx, filters.range),
    today: formatDate(ctx.now(), { locale, zone }),
    filters: filterWords(filters, { ...firstView(filters), cross: [] }, { locale, zone }),
  };
}
