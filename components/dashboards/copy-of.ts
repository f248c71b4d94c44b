import { attempt } from "@/components/forms/attempt";
import type { CreateDashboardInput, DashboardDto } from "@/lib/dashboards/schemas";
import type { Draft } from "./draft";
import type { DashboardActions } from "./screen-types";

const MAX_NAME = 120;
const MOST_COPIES = 50;

/** A copy under the first name that is free: "(copy)", "(copy 2)" and so on. */
export async function duplicateOf(
  dashboard: DashboardDto,
  create: DashboardActions["create"],
): ReturnType<DashboardActions["create"]> {
  const tryAs = (suffix: string) => attempt(create(copyOf(dashboard, suffix)));
  let result = await tryAs(" (copy)");
  for (let copy = 2; copy <= MOST_COPIES && !result.ok && result.error.code === "conflict"; copy += 1)
    result = await tryAs(` (copy ${copy})`);
  return result;
}

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
