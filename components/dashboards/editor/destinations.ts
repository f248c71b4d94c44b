import type { DashboardTab } from "@/lib/dashboards/schemas";
import { tabName } from "../reading/tabs-view";
import { sectionName } from "./tabs";

export type Destination = { section: string; label: string };

/** Every section a widget can stand in, called as shortly as it is told apart. */
export function destinationsOf(tabs: readonly DashboardTab[]): Destination[] {
  return tabs.flatMap((tab, at) =>
    tab.sections.map((section, index) => {
      const names = [
        ...(tabs.length > 1 ? [tabName(tab, at)] : []),
        ...(tab.sections.length > 1 ? [sectionName(section, index)] : []),
      ];
      return { section: section.key, label: names.join(" › ") || "This page" };
    }),
  );
}
