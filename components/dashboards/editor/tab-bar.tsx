"use client";

import { Plus } from "lucide-react";
import { Button } from "@/components/ui/button";
import { Tabs, TabsList, TabsTrigger } from "@/components/ui/tabs";
import type { DashboardTab } from "@/lib/dashboards/schemas";
import { tabName } from "../reading/tabs-view";
import { TabSettings } from "./tab-settings";
import { MAX_TABS } from "./tabs";
import type { PageCommands } from "./use-page-commands";

type TabBarProps = {
  tabs: readonly DashboardTab[];
  chosen: DashboardTab;
  onChoose: (key: string) => void;
  commands: PageCommands;
  /** What the choice of a tab shows. */
  panelId: string;
};

/** The tabs of the dashboard, to choose, name, order and remove. */
export function TabBar({ tabs, chosen, onChoose, commands, panelId }: TabBarProps) {
  return (
    <div className="flex items-end gap-1 border-b">
      <Tabs value={chosen.key} onValueChange={onChoose} className="min-w-0">
        <TabsList aria-label="Tabs of the dashboard" className="border-b-0">
          {tabs.map((tab, index) => (
            <TabsTrigger key={tab.key} value={tab.key} aria-controls={panelId}>
              {tabName(tab, index)}
            </TabsTrigger>
          ))}
        </TabsList>
      </Tabs>
      <span className="mb-1 flex shrink-0 items-center">
        {/* Another tab brings another form. */}
        <TabSettings key={chosen.key} tab={chosen} tabs={tabs} commands={commands} />
        {tabs.length < MAX_TABS ? <AddTab onAdd={commands.addTab} /> : null}
      </span>
    </div>
  );
}

export function AddTab({ onAdd }: { onAdd: () => void }) {
  return (
    <Button variant="ghost" size="sm" onClick={onAdd}>
      <Plus aria-hidden />
      Add tab
    </Button>
  );
}
