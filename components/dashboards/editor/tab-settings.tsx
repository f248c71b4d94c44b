"use client";

import { ArrowLeft, ArrowRight, Pencil, Trash2 } from "lucide-react";
import { Field } from "@/components/figures/field";
import { Button } from "@/components/ui/button";
import { Input } from "@/components/ui/input";
import { Popover, PopoverClose, PopoverContent, PopoverTrigger } from "@/components/ui/popover";
import type { DashboardTab } from "@/lib/dashboards/schemas";
import { tabName } from "../reading/tabs-view";
import type { PageCommands } from "./use-page-commands";

type TabSettingsProps = { tab: DashboardTab; tabs: readonly DashboardTab[]; commands: PageCommands };

/** The chosen tab's name, its place in the row, and the way to be rid of it. */
export function TabSettings({ tab, tabs, commands }: TabSettingsProps) {
  const index = tabs.indexOf(tab);
  const name = tabName(tab, index);
  return (
    <Popover>
      <PopoverTrigger asChild>
        <Button variant="ghost" size="icon-sm" aria-label={`Change the tab ${name}`}>
          <Pencil aria-hidden />
        </Button>
      </PopoverTrigger>
      <PopoverContent aria-label={`The tab ${name}`} className="flex flex-col gap-3">
        <Field label="Name">
          {(control) => (
            <Input
              {...control}
              maxLength={40}
              placeholder={tabName({ ...tab, name: "" }, index)}
              value={tab.name}
              onChange={({ target }) => commands.renameTab(tab.key, target.value)}
            />
          )}
        </Field>
        <div className="flex items-center gap-1">
          <Button
            variant="ghost"
            size="sm"
            disabled={index === 0}
            onClick={() => commands.moveTab(tab.key, -1)}
          >
            <ArrowLeft aria-hidden />
            Move left
          </Button>
          <Button
            variant="ghost"
            size="sm"
            disabled={index === tabs.length - 1}
            onClick={() => commands.moveTab(tab.key, 1)}
          >
            <ArrowRight aria-hidden />
            Move right
          </Button>
        </div>
        <PopoverClose asChild>
          <Button
            variant="ghost"
            size="sm"
            className="self-start text-bad"
            onClick={() => commands.removeTab(tab.key)}
          >
            <Trash2 aria-hidden />
            Remove with its widgets
          </Button>
        </PopoverClose>
      </PopoverContent>
    </Popover>
  );
}
