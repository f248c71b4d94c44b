import type { FilterGroup } from "./schema";

/** True when a condition follows the period of the dashboard or report. Pure. */
export const hasPeriod = (group: FilterGroup): boolean =>
  group.items.some((item) => (item.kind === "group" ? hasPeriod(item) : item.value?.kind === "period"));
