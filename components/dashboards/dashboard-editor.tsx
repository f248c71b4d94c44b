"use client";

import { Plus } from "lucide-react";
import { useRouter } from "next/navigation";
import { type ReactNode, useRef, useState, useTransition } from "react";
import type { VisualFormValue } from "@/components/figures/visual-form";
import { attempt } from "@/components/forms/attempt";
import { PageBody } from "@/components/layout/page-body";
import { PageHeader } from "@/components/layout/page-header";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { toast } from "@/components/ui/toaster";
import { type DashboardDto, isFigure, type WidgetDto } from "@/lib/dashboards/schemas";
import type { ErrorBody } from "@/lib/errors";
import { copyOf } from "./copy-of";
import type { Draft } from "./draft";
import { EditorGrid } from "./editor-grid";
import { EditorToolbar } from "./editor-toolbar";
import { EditorWidget } from "./editor-widget";
import { FilterEditorButton } from "./filters/editor/filter-editor-button";
import { compacted } from "./grid-moves";
import { placeNew, withFigure } from "./new-widget";
import { SaveProblem } from "./save-problem";
import type { DashboardActions, WidgetScene } from "./screen-types";
import type { DraftState } from "./use-draft";
import { useEditorKeys } from "./use-editor-keys";
import { WidgetSheet } from "./widget-sheet";

type DashboardEditorProps = {
  dashboard: DashboardDto;
  draft: DraftState;
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

/** The widget whose figure is being edited; "new" for one that is not there yet. */
type Edited = WidgetDto | "new" | null;

/** Arranging a dashboard: a draft until it is saved. */
export default function DashboardEditor(props: DashboardEditorProps) {
  const { draft: state, scene, now, filter } = props;
  const { draft, update } = state;
  const [edited, setEdited] = useState<Edited>(null);
  const opener = useRef<HTMLElement>(null);
  const [said, say] = useState("");
  const saving = useSaving(props);
  useEditorKeys({ undo: state.undo, redo: state.redo, save: saving.save });
  const widgets = compacted(draft.widgets);
  const setWidgets = (changed: readonly WidgetDto[]) => {
    if (changed !== widgets) update((before) => ({ ...before, widgets: changed }));
  };

  function applyFigure({ queryId, ...drawn }: VisualFormValue) {
    const figure = { ...drawn, queryId: queryId || null };
    if (edited === "new") setWidgets([...widgets, placeNew(widgets, figure)]);
    else if (edited)
      setWidgets(
        compacted(widgets.map((widget) => (widget.key === edited.key ? withFigure(widget, figure) : widget))),
      );
    setEdited(null);
  }

  return (
    <>
      <PageHeader
        title={draft.name || "Untitled"}
        description={draft.description || undefined}
        breadcrumbs={[{ label: "Dashboards", href: `/${scene.workspace}/dashboards` }]}
        status={<Badge tone="accent">Editing</Badge>}
      />
      <EditorToolbar
        state={state}
        now={now}
        place={scene.place}
        saving={saving.pending}
        onAdd={() => setEdited("new")}
        onSave={saving.save}
        onDiscard={saving.discard}
      />
      <PageBody>
        <p aria-live="polite" className="sr-only">
          {said}
        </p>
        <SaveProblem {...saving} canCopy={props.canCreate} />
        {widgets.length === 0 ? (
          <EmptyState
            title="Start with one figure"
            description="Choose a query and how it is drawn; then drag it to its place."
            action={
              <Button variant="primary" onClick={() => setEdited("new")}>
                <Plus aria-hidden />
                Add a widget
              </Button>
            }
          />
        ) : (
          <>
            <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
              {filter}
              <FilterEditorButton draft={draft} update={update} scene={scene} />
            </div>
            <EditorGrid
              widgets={widgets}
              onPlaced={setWidgets}
              renderWidget={(widget, narrow) => (
                <EditorWidget
                  widget={widget}
                  scene={scene}
                  narrow={narrow}
                  widgets={widgets}
                  onChange={setWidgets}
                  onRestore={(removed) => update((before) => withRestored(before, removed))}
                  onEdit={(button) => {
                    opener.current = button;
                    setEdited(widget);
                  }}
                  say={say}
                />
              )}
            />
          </>
        )}
      </PageBody>
      {edited ? (
        <WidgetSheet
          workspace={scene.workspace}
          range={scene.view.range}
          figure={edited === "new" || !isFigure(edited) ? null : edited}
          onSubmit={applyFigure}
          onClose={() => setEdited(null)}
          opener={opener}
        />
      ) : null}
    </>
  );
}

/** At its old place, where the others make room again. */
function withRestored(draft: Draft, removed: WidgetDto): Draft {
  if (draft.widgets.some((widget) => widget.key === removed.key)) return draft;
  return { ...draft, widgets: compacted([removed, ...draft.widgets]) };
}

function useSaving({
  dashboard,
  draft: state,
  scene,
  actions,
  onSaved,
  onOpen,
  onClose,
}: DashboardEditorProps) {
  const router = useRouter();
  const [pending, startTransition] = useTransition();
  const [error, setError] = useState<ErrorBody | null>(null);
  const { draft, dirty, baseVersion } = state;

  function save() {
    if (!dirty || pending) return;
    startTransition(async () => {
      const { widgets, ...rest } = draft;
      const result = await attempt(
        actions.save({
          dashboardId: dashboard.id,
          expectedVersion: baseVersion,
          ...rest,
          widgets: [...widgets],
        }),
      );
      if (!result.ok) return setError(result.error);
      setError(null);
      onSaved(result.data);
      state.settle(draft, result.data.version);
      toast.success("Saved");
      onClose();
    });
  }

  function discard() {
    const restore = state.discard();
    setError(null);
    onClose();
    if (!dirty) return;
    toast("Changes discarded", {
      action: {
        label: "Undo",
        onClick: () => {
          restore();
          onOpen();
        },
      },
    });
  }

  /** Someone else's newer version: keep both. */
  function saveCopy() {
    startTransition(async () => {
      const result = await attempt(actions.create(copyOf(draft)));
      if (!result.ok) return setError(result.error);
      state.discard();
      router.push(`/${scene.workspace}/dashboards/${result.data.id}`);
    });
  }

  function loadNewest() {
    state.discard();
    setError(null);
    router.refresh();
  }

  return { save, discard, saveCopy, loadNewest, pending, error };
}
