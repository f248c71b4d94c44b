"use client";

import { parseAsString, useQueryState } from "nuqs";
import type { ReactNode } from "react";
import { Tabs, TabsContent, TabsList, TabsTrigger } from "@/components/ui/tabs";
import type { DashboardTab } from "@/lib/dashboards/schemas";

type TabsViewProps = {
  tabs: readonly DashboardTab[];
  renderTab: (tab: DashboardTab) => ReactNode;
};

/** The tabs of a dashboard, the chosen one in the address; a dashboard of one tab has no row of them. */
export function TabsView({ tabs, renderTab }: TabsViewProps) {
  const { chosen, choose } = useChosenTab(tabs);
  const [only] = tabs;
  if (tabs.length === 1 && only) return renderTab(only);
  return (
    <Tabs value={chosen.key} onValueChange={choose}>
      <TabsList aria-label="Tabs of the dashboard">
        {tabs.map((tab, index) => (
          <TabsTrigger key={tab.key} value={tab.key}>
            {tabName(tab, index)}
          </TabsTrigger>
        ))}
      </TabsList>
      <TabsContent value={chosen.key}>{renderTab(chosen)}</TabsContent>
    </Tabs>
  );
}

/** A tab that was taken away since the link was made leads to the first. */
export function useChosenTab(tabs: readonly DashboardTab[]): {
  chosen: DashboardTab;
  choose: (key: string) => void;
} {
  const [key, setKey] = useQueryState("tab", parseAsString);
  const chosen = tabs.find((tab) => tab.key === key) ?? tabs[0];
  if (!chosen) throw new Error("A dashboard has at least one tab.");
  return { chosen, choose: (next) => void setKey(next === tabs[0]?.key ? null : next) };
}

export function tabName(tab: Pick<DashboardTab, "name">, index: number): string {
  return tab.name || `Page ${index + 1}`;
}
