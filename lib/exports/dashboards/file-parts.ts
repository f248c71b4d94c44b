import { fillVariables } from "@/lib/charts/variables";
import type { RequestContext } from "@/lib/context";
import type { DashboardDto, WidgetDto } from "@/lib/dashboards/schemas";
import { formatDateTime } from "@/lib/format/dates";
import type { Figures } from "./collect-figures";
import type { Pictures } from "./collect-pictures";
import type { ViewWords } from "./view-words";

/** What every format is made of. */
export type FileParts = {
  /** Who asked. */
  person: RequestContext;
  dashboard: DashboardDto;
  widgets: readonly WidgetDto[];
  figures: Figures;
  pictures: Pictures;
  words: ViewWords;
};

/** One widget is named by its own title. */
export function fileTitle({ dashboard, widgets, words }: FileParts): string {
  const [only, ...others] = widgets;
  const isPart = dashboard.widgets.length > 1 && others.length === 0;
  return (isPart && only && fillVariables(only.visual.title, words.variables)) || dashboard.name;
}

/** The oldest figure's time. */
export function freshness({ person, figures }: FileParts): { asOf: string; asOfText: string } {
  const times = [...figures.values()].flatMap(({ data }) => data?.asOf ?? []).sort();
  const asOf = times[0] ?? person.now().toISOString();
  return { asOf, asOfText: `data as of ${formatDateTime(asOf, person.workspace)}` };
}
