"use client";

import { useState } from "react";
import { type FigureSources, figureSources } from "@/components/figures/figure-sources";
import { changeKind } from "@/components/figures/respec";
import { VisualForm, type VisualFormValue } from "@/components/figures/visual-form";
import { Button } from "@/components/ui/button";
import { DialogClose } from "@/components/ui/dialog";
import { EmptyState } from "@/components/ui/empty-state";
import type { VisualKind } from "@/lib/charts/spec";
import type { WidgetOptions } from "@/lib/dashboards/schemas";
import { FigureInput, type QuerySummary } from "@/lib/queries/schemas";
import { WidgetOptionsFields } from "./widget-options-fields";
import { type PreviewScene, usePreview, WidgetPreview } from "./widget-preview";

export type WidgetFormValue = { figure: VisualFormValue; options: WidgetOptions };

type WidgetFormProps = {
  scene: PreviewScene;
  queries: QuerySummary[];
  initial: WidgetFormValue;
  /** What a newly chosen query is drawn as; what its rows suggest when left out. */
  kind?: VisualKind;
  submitLabel: string;
  onSubmit: (value: WidgetFormValue) => void;
};

/** The form beside the widget as it will look; one above the other where the window is narrow. */
export function WidgetForm(props: WidgetFormProps) {
  const { scene, queries, initial, kind, submitLabel, onSubmit } = props;
  const { workspace } = scene;
  const { range } = scene.view;
  const [value, setValue] = useState(initial);
  const preview = usePreview(scene, value.figure, value.options.bindings);
  const checked = FigureInput.safeParse({ ...value.figure, range });

  if (queries.length === 0)
    return (
      <EmptyState
        size="card"
        headingLevel={3}
        title="No queries yet"
        description="A widget draws the answer of a query. Write one under Queries first."
      />
    );
  return (
    <form
      noValidate
      className="flex min-h-0 flex-1 flex-col"
      onSubmit={(event) => {
        event.preventDefault();
        if (!checked.success) return;
        const { queryId, visual, parameters } = checked.data;
        onSubmit({ figure: { queryId, visual, parameters }, options: value.options });
      }}
    >
      <div className="flex min-h-0 flex-1 flex-col overflow-y-auto lg:grid lg:grid-cols-[24rem_1fr] lg:overflow-hidden">
        <div className="flex flex-col gap-5 px-6 py-5 max-lg:order-last lg:overflow-y-auto lg:border-r">
          <VisualForm
            {...drawnAs(kind, figureSources(workspace, queries, range))}
            value={value.figure}
            drawn={preview.data?.model}
            onChange={(figure) => setValue({ ...value, figure })}
          />
          {value.figure.queryId === "" ? null : (
            <WidgetOptionsFields
              value={value.options}
              onChange={(options) => setValue({ ...value, options })}
            />
          )}
        </div>
        <div className="flex justify-center bg-paper p-5 max-lg:border-b lg:items-center lg:overflow-y-auto lg:p-8">
          <WidgetPreview value={value.figure} preview={preview} />
        </div>
      </div>
      <div className="flex justify-end gap-2 border-t px-6 py-3">
        <DialogClose asChild>
          <Button>Cancel</Button>
        </DialogClose>
        <Button type="submit" variant="primary" disabled={!checked.success}>
          {submitLabel}
        </Button>
      </div>
    </form>
  );
}

/** The same sources, whose first figure is of the kind that was chosen. */
function drawnAs(kind: VisualKind | undefined, sources: FigureSources): FigureSources {
  const { suggest, loadColumns } = sources;
  if (!kind || !suggest) return sources;
  return {
    ...sources,
    suggest: async (queryId, parameters) => {
      const [suggested, columns] = await Promise.all([
        suggest(queryId, parameters),
        loadColumns(queryId, parameters),
      ]);
      return changeKind(suggested, kind, columns);
    },
  };
}
