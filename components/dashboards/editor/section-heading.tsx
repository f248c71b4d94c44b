"use client";

import { ArrowDown, ArrowUp, ChevronRight, FolderInput, Plus, Trash2 } from "lucide-react";
import { Button } from "@/components/ui/button";
import { MoreButton } from "@/components/ui/more-button";
import {
  DropdownMenu,
  DropdownMenuCheckboxItem,
  DropdownMenuContent,
  DropdownMenuItem,
  DropdownMenuSeparator,
  DropdownMenuSub,
  DropdownMenuSubContent,
  DropdownMenuSubTrigger,
  DropdownMenuTrigger,
} from "@/components/ui/dropdown-menu";
import type { DashboardSection, DashboardTab } from "@/lib/dashboards/schemas";
import { tabName } from "../reading/tabs-view";
import { sectionName } from "./tabs";
import type { PageCommands } from "./use-page-commands";

type SectionHeadingProps = {
  section: DashboardSection;
  tab: DashboardTab;
  tabs: readonly DashboardTab[];
  commands: PageCommands;
  onAdd: () => void;
};

/** A section's heading, written in its place, with what can be done to the section. */
export function SectionHeading(props: SectionHeadingProps) {
  const { section, tab, commands, onAdd } = props;
  const name = sectionName(section, tab.sections.indexOf(section));
  return (
    <div className="flex items-center gap-1 border-b pb-1">
      {section.isCollapsed ? (
        <ChevronRight role="img" aria-label="Closed at first" className="size-4 shrink-0 text-ink-3" />
      ) : null}
      <input
        aria-label={`Heading of ${name}`}
        maxLength={80}
        placeholder={name}
        value={section.name}
        onChange={({ target }) => commands.renameSection(section.key, target.value)}
        className="h-8 min-w-0 flex-1 rounded-md border border-transparent bg-transparent px-1.5 font-serif text-base text-ink placeholder:text-ink-3 hover:border-rule-strong focus:border-field"
      />
      <Button variant="ghost" size="sm" aria-label={`Add widget to ${name}`} onClick={onAdd}>
        <Plus aria-hidden />
        Add widget
      </Button>
      <DropdownMenu>
        <DropdownMenuTrigger asChild>
          <MoreButton about={`the section ${name}`} />
        </DropdownMenuTrigger>
        <DropdownMenuContent>
          <SectionMenu {...props} />
        </DropdownMenuContent>
      </DropdownMenu>
    </div>
  );
}

function SectionMenu({ section, tab, tabs, commands }: SectionHeadingProps) {
  const { key } = section;
  const index = tab.sections.indexOf(section);
  const isOnly = tab.sections.length === 1;
  return (
    <>
      <DropdownMenuCheckboxItem
        checked={section.isCollapsed}
        // Readers open a section by its heading.
        disabled={section.name.trim() === ""}
        onCheckedChange={(checked) => commands.setCollapsed(key, checked)}
      >
        Closed at first
      </DropdownMenuCheckboxItem>
      <DropdownMenuSeparator />
      <DropdownMenuItem disabled={index === 0} onSelect={() => commands.moveSection(key, -1)}>
        <ArrowUp aria-hidden />
        Move up
      </DropdownMenuItem>
      <DropdownMenuItem
        disabled={index === tab.sections.length - 1}
        onSelect={() => commands.moveSection(key, 1)}
      >
        <ArrowDown aria-hidden />
        Move down
      </DropdownMenuItem>
      {tabs.length > 1 && !isOnly ? (
        <DropdownMenuSub>
          <DropdownMenuSubTrigger>
            <FolderInput aria-hidden />
            Move to the tab
          </DropdownMenuSubTrigger>
          <DropdownMenuSubContent>
            {tabs.map((other, at) =>
              other === tab ? null : (
                <DropdownMenuItem key={other.key} onSelect={() => commands.moveSectionToTab(key, other.key)}>
                  {tabName(other, at)}
                </DropdownMenuItem>
              ),
            )}
          </DropdownMenuSubContent>
        </DropdownMenuSub>
      ) : null}
      <DropdownMenuItem destructive disabled={isOnly} onSelect={() => commands.removeSection(key)}>
        <Trash2 aria-hidden />
        Remove with its widgets
      </DropdownMenuItem>
    </>
  );
}
