import type { DashboardDto, DashboardView } from "@/lib/dashboards/schemas";
import { collectInTime } from "@/lib/dashboards/view/first-widget-data";
import { figuresInSight } from "@/lib/dashboards/view/in-sight";
import { filterLabel } from "@/lib/dashboards/view/effective-view";
import type { WidgetAnswer, WidgetData } from "@/lib/dashboards/view/schemas";
import { widgetAnswers } from "@/lib/dashboards/view/widget-answers";
import type { ErrorBody } from "@/lib/errors";
import type { OpenLink } from "./open-link";

type Shown = { link: OpenLink; dashboard: DashboardDto };
type Asked = { view: DashboardView; widgetKeys: readonly string[] };

/** The figures of widgets as strangers get them: without how they came about, and without what only insiders mend. */
export async function* publicAnswers({ link, dashboard }: Shown, asked: Asked): AsyncGenerator<WidgetAnswer> {
  const view = { ...asked.view, cross: await shownClicks({ link, dashboard }, asked.view) };
  for await (const answer of await widgetAnswers(link.ctx, dashboard, { ...asked, view })) {
    if (!answer.data) yield { key: answer.key, error: publicError(answer.error) };
    else if (isHeldBack(answer.data, { link, dashboard }))
      yield { key: answer.key, error: notHeld(link.ctx.requestId) };
    else yield { key: answer.key, data: publicData(answer.data) };
  }
}

/** A figure that does not follow what the address holds. */
const isHeldBack = ({ notFiltered }: WidgetData, { link, dashboard }: Shown): boolean =>
  dashboard.filters.fields.some(
    (filter) => Object.hasOwn(link.locked, filter.name) && notFiltered.includes(filterLabel(filter)),
  );

/** Clicks on figures that this page shows: what it does not show is nothing to be probed by a click on it. */
async function shownClicks(shown: Shown, view: DashboardView): Promise<DashboardView["cross"]> {
  const widgetKeys = [...new Set(view.cross.map(({ widgetKey }) => widgetKey))];
  if (widgetKeys.length === 0) return [];
  const { link, dashboard } = shown;
  const seen = new Set<string>();
  const plain = { view: { ...view, cross: [] }, widgetKeys };
  for await (const { key, data } of await widgetAnswers(link.ctx, dashboard, plain))
    if (data && !isHeldBack(data, shown)) seen.add(key);
  return view.cross.filter(({ widgetKey }) => seen.has(widgetKey));
}

/** For the first paint; what is slower is asked for by the browser. */
export function firstPublicAnswers(
  shown: Shown,
  view: DashboardView,
  limitMs: number,
): Promise<Record<string, WidgetData>> {
  const drawn = figuresInSight(shown.dashboard, null);
  return collectInTime(publicAnswers(shown, { view, widgetKeys: drawn.map(({ key }) => key) }), limitMs);
}

const publicData = ({ model, asOf, rows, notFiltered, followsPeriod }: WidgetData): WidgetData => ({
  model,
  asOf,
  rows,
  notFiltered,
  followsPeriod,
  // Rows and finer periods are for people of the workspace.
  finerBy: null,
  fromCache: true,
  durationMs: 0,
});

/** Messages of sources name tables, addresses and people; a reader's own value is all a stranger can mend. */
function publicError({ code, details, requestId }: ErrorBody): ErrorBody {
  const message =
    details.step === READER_STEP
      ? "This figure shows each reader their own numbers, and a public page has no reader."
      : "This figure cannot be shown just now. Whoever sent you the page can see why.";
  return { code, message, details: {}, requestId };
}

const READER_STEP = "reader";

/** It would show what the address holds back. */
const notHeld = (requestId: string): ErrorBody => ({
  code: "forbidden",
  message: "This figure is not for this page: it does not follow the filter that the page is held at.",
  details: {},
  requestId,
});
