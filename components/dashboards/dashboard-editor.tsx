"use client";

import { type ReactNode, useId, useMemo, useState } from "react";
import { PageBody } from "@/components/layout/page-body";
import { PageHeader } from "@/components/layout/page-header";
import { Badge } from "@/components/ui/badge";
import type { DashboardDto } from "@/lib/dashboards/schemas";
import { destinationsOf } from "./editor/destinations";
import { EditorToolbar } from "./editor/editor-toolbar";
import type { WidgetCommands } from "./editor/editor-widget";
import { SaveProblem } from "./editor/save-problem";
import { inSection, settled } from "./editor/sections";
import { SelectionBar } from "./editor/selection-bar";
import { AddTab, TabBar } from "./editor/tab-bar";
import { TabPage } from "./editor/tab-page";
import { useClipboard } from "./editor/use-clipboard";
import { useCommands } from "./editor/use-commands";
import { useEditorKeys } from "./editor/use-editor-keys";
import { useNewest } from "./editor/use-newest";
import { usePageCommands } from "./editor/use-page-commands";
import { useSaving } from "./editor/use-saving";
import { useSelection } from "./editor/use-selection";
import { type Edited, WidgetStudio } from "./editor/widget-studio";
import { FilterEditorButton } from "./filters/editor/filter-editor-button";
import { tabName, useChosenTab } from "./reading/tabs-view";
import type { DashboardActions, WidgetScene } from "./screen-types";
import type { KeptDraftState } from "./drafts/use-kept-draft";
import type { DraftState } from "./use-draft";

type DashboardEditorProps = {
  dashboard: DashboardDto;
  draft: DraftState;
  kept: KeptDraftState;
  scene: WidgetScene;
  now: Date;
  /** The choice of the period that is looked at while editing. */
  filter: ReactNode;
  actions: DashboardActions;
  canCreate: boolean;
  onSaved: (dashboard: DashboardDto) => void;
  onOpen: () => void;
  onClose: () => void;
};

/** Arranging a dashboard: a draft until it is saved. */
export default function DashboardEditor(props: DashboardEditorProps) {
  const { draft: state, scene, now, filter } = props;
  const { tabs } = state.draft.settings;
  const [edited, setEdited] = useState<Edited | null>(null);
  const [showsKeys, setShowsKeys] = useState(false);
  const [isNoting, setNoting] = useState(false);
  const [said, say] = useState("");
  const panelId = useId();
  const saving = useSaving({ ...props, workspace: scene.workspace, place: scene.place });
  const { chosen: tab, choose } = useChosenTab(tabs);
  const widgets = useMemo(() => settled(state.draft.widgets), [state.draft.widgets]);
  const onTab = tab.sections.flatMap((section) => inSection(widgets, section.key));
  const selection = useSelection(onTab);
  const destinations = useMemo(() => destinationsOf(tabs), [tabs]);
  const hasTabs = tabs.length > 1;
  const firstSection = tab.sections[0]?.key ?? "";

  const commands = useCommands({ state, widgets, selection, say });
  const pageCommands = usePageCommands({ state, say, onChooseTab: choose });
  const clipboard = useClipboard({
    workspace: scene.workspace,
    widgets,
    selected: selection.keys,
    onPaste: (contents) => commands.paste(contents, firstSection),
  });
  const widgetCommands: WidgetCommands = {
    ...commands,
    copy: (keys) => void clipboard.copy(keys),
    edit: (key, opener) => setEdited({ widget: key, opener }),
  };
  const newest = useNewest(widgetCommands);
  const meant = (focused: string | null) => (selection.keys.length > 0 ? selection.keys : [focused ?? ""]);
  useEditorKeys({
    undo: state.undo,
    redo: state.redo,
    save: () => saving.save(),
    saveWithNote: () => setNoting(true),
    showHelp: () => setShowsKeys(true),
    selectAll: () => selection.set(onTab.map((widget) => widget.key)),
    clearSelection: () => selection.set([]),
    duplicate: (focused) => commands.duplicate(meant(focused)),
    remove: (focused) => commands.remove(meant(focused)),
  });

  return (
    <>
      <PageHeader
        title={state.draft.name || "Untitled"}
        description={state.draft.description || undefined}
        breadcrumbs={[{ label: "Dashboards", href: `/${scene.workspace}/dashboards` }]}
        status={<Badge tone="accent">Editing</Badge>}
      />
      <EditorToolbar
        kept={props.kept}
        state={state}
        now={now}
        place={scene.place}
        saving={saving.pending}
        help={{ open: showsKeys, onOpenChange: setShowsKeys }}
        onAdd={() => setEdited({ section: firstSection })}
        onPaste={() => void clipboard.paste()}
        note={{ text: saving.note, onChange: saving.setNote, open: isNoting, onOpenChange: setNoting }}
        onSave={() => saving.save()}
        onDiscard={saving.discard}
      />
      <PageBody>
        <p aria-live="polite" className="sr-only">
          {said}
        </p>
        <SaveProblem
          {...saving}
          workspace={scene.workspace}
          dashboardId={scene.dashboardId}
          baseVersion={state.baseVersion}
          mine={state.draft}
          canCopy={props.canCreate}
        />
        <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
          {filter}
          <FilterEditorButton draft={state.draft} update={state.update} scene={scene} />
          {hasTabs ? null : <AddTab onAdd={pageCommands.addTab} />}
        </div>
        {hasTabs ? (
          <TabBar tabs={tabs} chosen={tab} onChoose={choose} commands={pageCommands} panelId={panelId} />
        ) : null}
        <div
          id={panelId}
          role={hasTabs ? "tabpanel" : undefined}
          aria-label={hasTabs ? tabName(tab, tabs.indexOf(tab)) : undefined}
        >
          <TabPage
            tab={tab}
            tabs={tabs}
            widgets={onTab}
            selected={selection.keys}
            scene={scene}
            destinations={destinations}
            pageCommands={pageCommands}
            commands={newest}
            onAdd={(section) => setEdited({ section })}
          />
        </div>
        <SelectionBar
          keys={selection.keys}
          destinations={destinations}
          commands={widgetCommands}
          onClear={() => selection.set([])}
        />
      </PageBody>
      {edited ? (
        <WidgetStudio
          edited={edited}
          widgets={widgets}
          scene={scene}
          onChange={(changed) => state.update((before) => ({ ...before, widgets: changed }))}
          onClose={() => setEdited(null)}
        />
      ) : null}
    </>
  );
}
