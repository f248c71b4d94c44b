import type { ReactNode } from "react";
import { Tabs, TabsContent, TabsList, TabsTrigger } from "@/components/ui/tabs";
import type { WorkspaceTemplateDto } from "@/lib/dashboards/workspace-templates/schemas";
import { tabName } from "../reading/tabs-view";

type PreviewTabsProps = {
  tabs: WorkspaceTemplateDto["tabs"];
  /** The key of the one that is drawn. */
  chosen: string | undefined;
  onChoose: (key: string) => void;
  children: ReactNode;
};

/** The tabs of a template above the one that is drawn; one tab alone is not named. */
export function PreviewTabs({ tabs, chosen = "", onChoose, children }: PreviewTabsProps) {
  if (tabs.length < 2) return children;
  return (
    <Tabs value={chosen} onValueChange={onChoose}>
      <TabsList aria-label="Tabs of the template">
        {tabs.map((tab, index) => (
          <TabsTrigger key={tab.key} value={tab.key}>
            {tabName(tab, index)}
          </TabsTrigger>
        ))}
      </TabsList>
      {tabs.map(({ key }) => (
        <TabsContent key={key} value={key} className="pt-3">
          {key === chosen ? children : null}
        </TabsContent>
      ))}
    </Tabs>
  );
}
