import type { CreateDashboardInput, DashboardDto } from "@/lib/dashboards/schemas";
import type { Draft } from "./draft";

const MAX_NAME = 120;

/** A name for a copy, within the length of names. */
export const copyName = (name: string, suffix = " (copy)"): string =>
  name.trim().slice(0, MAX_NAME - suffix.length) + suffix;

/** What makes a copy of a dashboard, or of a draft that could not be saved: one's own, shared with nobody yet. */
export function copyOf(
  { name, description, tags, filters, settings, widgets }: Draft | DashboardDto,
  suffix?: string,
): CreateDashboardInput {
  return {
    name: copyName(name, suffix),
    description,
    tags: [...tags],
    visibility: "PRIVATE",
    filters,
    settings,
    widgets: [...widgets],
  };
}
