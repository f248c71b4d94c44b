import type { RequestContext } from "@/lib/context";
import { dashboardData } from "@/lib/dashboards";
import type { DashboardDto, DashboardView, WidgetDto } from "@/lib/dashboards/schemas";
import type { WidgetAnswer } from "@/lib/dashboards/view/schemas";
import { AppError } from "@/lib/errors";

export type Figures = ReadonlyMap<string, WidgetAnswer>;

/** Of making the whole file: the rest is drawing it. */
const SHARE_OF_DATA = 80;

/**
 * The figures of these widgets as the page asks for them; what is wrong with one is its answer. Throws AppError when
 * every one of them failed alike: a file of nothing but errors helps nobody.
 */
export async function collectFigures(
  person: RequestContext,
  {
    dashboard,
    view,
    widgets,
  }: { dashboard: DashboardDto; view: DashboardView; widgets: readonly WidgetDto[] },
  onProgress: (progress: { rows: number; bytes: number; progress: number }) => void,
): Promise<Figures> {
  const widgetKeys = widgets.filter(({ queryId }) => queryId !== null).map(({ key }) => key);
  const figures = new Map<string, WidgetAnswer>();
  if (widgetKeys.length === 0) return figures;
  let rows = 0;
  const answers = await dashboardData(person, { dashboardId: dashboard.id, view, widgetKeys });
  for await (const answer of answers) {
    person.signal?.throwIfAborted();
    figures.set(answer.key, answer);
    rows += answer.data?.rows ?? 0;
    const done = Math.round((figures.size / widgetKeys.length) * SHARE_OF_DATA);
    onProgress({ rows, bytes: 0, progress: done });
  }
  const [first, ...others] = [...figures.values()];
  if (first?.error && others.every(({ error }) => error?.code === first.error.code))
    throw new AppError(first.error.code, first.error.message, first.error.details);
  return figures;
}
