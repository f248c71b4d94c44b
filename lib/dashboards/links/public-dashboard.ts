/** What a stranger is told of a dashboard. */
import { createHash } from "node:crypto";
import type { ImageSpec } from "@/lib/charts/content-spec";
import type { DashboardDto, DashboardFilter, WidgetDto } from "@/lib/dashboards/schemas";
import type { PublicDashboard } from "./schemas";

/**
 * Listed field by field: what a dashboard learns later stays inside until somebody lets it out. Ids of queries and
 * pictures become others that lead nowhere else, and what their authors set for a figure is kept back.
 */
export function toPublicDashboard(
  { name, description, filters, settings, widgets }: DashboardDto,
  linkId: string,
): PublicDashboard {
  return {
    name,
    description,
    filters: { ...filters, fields: filters.fields.map((filter) => toPublicFilter(filter, linkId)) },
    settings,
    widgets: widgets.map((widget) => toPublicWidget(widget, linkId)),
  };
}

function toPublicWidget(
  { key, queryId, visual, parameters, section, layout, options }: WidgetDto,
  linkId: string,
): WidgetDto {
  const asked = [linkId, queryId, parameters, options.bindings];
  return {
    key,
    // The browser tells figures apart by what they ask.
    queryId: queryId === null ? null : standInId(JSON.stringify(asked)),
    visual: visual.kind === "image" ? toPublicImage(visual, linkId) : visual,
    parameters: {},
    section,
    layout,
    options: { ...options, bindings: {} },
  };
}

/** The address of a picture below the page is made of this. */
const toPublicImage = (visual: ImageSpec, linkId: string): ImageSpec => ({
  ...visual,
  pictureId: publicPictureId(linkId, visual.pictureId),
});

/** What a picture is called behind one link, and behind no other. */
export const publicPictureId = (linkId: string, pictureId: string): string =>
  standInId(JSON.stringify([linkId, pictureId]));

/**
 * A list that a query fills is asked for by the name of its filter. What a locked filter could be beside its value is
 * none of a stranger's business.
 */
function toPublicFilter(filter: DashboardFilter, linkId: string): DashboardFilter {
  const { options } = filter;
  if (!options) return filter;
  if (options.kind === "values")
    return { ...filter, options: { kind: "values", values: toldOptions(filter, options.values) } };
  const queryId = standInId(JSON.stringify([linkId, options.queryId, filter.name]));
  return { ...filter, options: { kind: "query", queryId, valueColumn: "", labelColumn: "" } };
}

/** Of a locked filter its own value alone, for how it is called. */
export function toldOptions<Option extends { value: string }>(
  { isLocked, default: value }: DashboardFilter,
  options: Option[],
): Option[] {
  if (!isLocked) return options;
  const own = new Set([value].flat().map(String));
  return options.filter((option) => own.has(option.value));
}

/** A UUID that is always the same for the same text, and says nothing of it. */
function standInId(text: string): string {
  const hex = createHash("sha256").update(text).digest("hex");
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `8${hex.slice(13, 16)}`,
    `8${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ].join("-");
}
