"use client";

import type { DashboardDto } from "@/lib/dashboards/schemas";
import { figuresInSight } from "@/lib/dashboards/view/in-sight";
import { DashboardGrid } from "../dashboard-grid";
import type { WidgetScene } from "../screen-types";
import { SectionView } from "./section-view";
import { TabsView } from "./tabs-view";

type DashboardBodyProps = Pick<DashboardDto, "settings" | "widgets"> & {
  scene: WidgetScene;
};

/** What a dashboard shows: its tabs, their sections, and on each the widgets. */
export function DashboardBody({ settings, widgets, scene }: DashboardBodyProps) {
  return (
    <TabsView
      tabs={settings.tabs}
      renderTab={(tab) => {
        const inSight = new Set(figuresInSight({ settings, widgets }, tab.key).map(({ key }) => key));
        return (
          <div className="flex flex-col gap-6">
            {tab.sections.map((section) => (
              <SectionView key={section.key} section={section}>
                <DashboardGrid
                  widgets={widgets.filter((widget) => widget.section === section.key)}
                  scene={scene}
                  inSight={inSight}
                />
              </SectionView>
            ))}
          </div>
        );
      }}
    />
  );
}
