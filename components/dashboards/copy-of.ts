import type { CreateDashboardInput, DashboardDto } from "@/lib/dashboards/schemas";
import type { Draft } from "./draft";

const MAX_NAME = 120;

/** What makes a copy of a dashboard, or of a draft that could not be saved: one's own, shared with nobody yet. */
export function copyOf(
  { name, description, tags, filters, settings, widgets }: Draft | DashboardDto,
  suffix = " (copy)",
): CreateDashboardInput {
  return {
    name: name.trim().slice(0, MAX_NAME - suffix.length) + suffix,
    description,
    tags: [...tags],
    visibility: "PRIVATE",
    filters,
    settings,
    widgets: [...widgets],
  };
}
