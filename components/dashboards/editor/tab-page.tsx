"use client";

import { Plus } from "lucide-react";
import type { RefObject } from "react";
import { Button } from "@/components/ui/button";
import type { DashboardTab } from "@/lib/dashboards/schemas";
import type { WidgetScene } from "../screen-types";
import type { Destination } from "./destinations";
import { EditorGrid } from "./editor-grid";
import { EditorWidget, type WidgetCommands } from "./editor-widget";
import { SectionHeading } from "./section-heading";
import { inSection, type Widgets } from "./sections";
import { MAX_SECTIONS, sectionName } from "./tabs";
import type { PageCommands } from "./use-page-commands";

type TabPageProps = {
  tab: DashboardTab;
  tabs: readonly DashboardTab[];
  widgets: Widgets;
  selected: readonly string[];
  scene: WidgetScene;
  destinations: readonly Destination[];
  pageCommands: PageCommands;
  commands: Readonly<RefObject<WidgetCommands>>;
  onAdd: (section: string) => void;
};

/** The sections of the chosen tab, each with a grid of its own. */
export function TabPage(props: TabPageProps) {
  const { tab, widgets, pageCommands, onAdd } = props;
  // Headings appear with the second section, or where one was written.
  const isPlain = tab.sections.length === 1 && tab.sections[0]?.name === "";
  return (
    <div className="flex flex-col gap-6">
      {tab.sections.map((section, index) => {
        const inside = inSection(widgets, section.key);
        return (
          <section
            key={section.key}
            aria-label={isPlain ? undefined : sectionName(section, index)}
            className="flex flex-col gap-3"
          >
            {isPlain ? null : (
              <SectionHeading
                section={section}
                tab={tab}
                tabs={props.tabs}
                commands={pageCommands}
                onAdd={() => onAdd(section.key)}
              />
            )}
            {inside.length === 0 ? (
              <EmptySection onAdd={() => onAdd(section.key)} />
            ) : (
              <SectionGrid {...props} section={section.key} inside={inside} />
            )}
          </section>
        );
      })}
      {tab.sections.length < MAX_SECTIONS ? (
        <Button
          variant="ghost"
          size="sm"
          className="self-start"
          onClick={() => pageCommands.addSection(tab.key)}
        >
          <Plus aria-hidden />
          Add section
        </Button>
      ) : null}
    </div>
  );
}

type SectionGridProps = TabPageProps & { section: string; inside: Widgets };

function SectionGrid({ section, inside, selected, scene, destinations, commands }: SectionGridProps) {
  return (
    <EditorGrid
      widgets={inside}
      onPlaced={(grid) => commands.current.place(section, grid)}
      renderWidget={(widget, narrow) => (
        <EditorWidget
          widget={widget}
          scene={scene}
          narrow={narrow}
          isSelected={selected.includes(widget.key)}
          destinations={destinations}
          commands={commands}
        />
      )}
    />
  );
}

function EmptySection({ onAdd }: { onAdd: () => void }) {
  return (
    <div className="flex flex-wrap items-center justify-center gap-3 rounded-lg border border-dashed border-rule-strong px-4 py-6 text-13 text-ink-2">
      Nothing stands here yet.
      <Button size="sm" onClick={onAdd}>
        <Plus aria-hidden />
        Add a widget
      </Button>
    </div>
  );
}
