"use client";

import { errorBodyOf } from "@/components/figures/fetch-json";
import { FigureBody } from "@/components/figures/figure-card";
import { useFigure } from "@/components/figures/queries";
import { useDebounced } from "@/components/figures/use-debounced";
import type { VisualFormValue } from "@/components/figures/visual-form";
import type { FilterBinding } from "@/lib/dashboards/schemas";
import { FigureInput } from "@/lib/queries/schemas";
import { cn } from "@/lib/utils/cn";
import type { WidgetScene } from "../screen-types";
import { FixedPeriodMark } from "../widget/fixed-period-mark";
import { NotFilteredMark } from "../widget/not-filtered-mark";

const TYPING_PAUSE_MS = 350;

/** What a widget stands under on its dashboard, saved or not. */
export type PreviewScene = Pick<WidgetScene, "workspace" | "view" | "filters">;

/** The figure of a widget that is being made, as far as it is known; asked anew when a pause follows a change. */
export function usePreview(
  { workspace, view, filters }: PreviewScene,
  value: VisualFormValue,
  bindings: Record<string, FilterBinding>,
) {
  const { range, comparison, values } = view;
  // Without the title, which is drawn here: each letter of it would ask anew.
  const untitled = useDebounced({ ...value, visual: { ...value.visual, title: "" } }, TYPING_PAUSE_MS);
  const isPlain = comparison === "none" && filters.fields.length === 0;
  const under = isPlain ? undefined : { filters, view: { range, comparison, values }, bindings };
  const asked = useFigure(workspace, untitled, range, under);
  const isComplete = FigureInput.safeParse({ ...untitled, range }).success;
  return { ...asked, kind: untitled.visual.kind, isComplete };
}

type WidgetPreviewProps = { value: VisualFormValue; preview: ReturnType<typeof usePreview> };

/** The widget as it will stand on the dashboard, with its real data. */
export function WidgetPreview({ value, preview }: WidgetPreviewProps) {
  const { data, error, isFetching, isPlaceholderData, refetch, kind, isComplete } = preview;
  return (
    <section
      aria-label="Preview"
      className={cn(
        "flex w-full flex-col rounded-lg border border-rule bg-card px-4 pt-3 pb-3",
        kind === "metric" ? "h-32 max-w-80" : "h-64 lg:h-96",
      )}
    >
      <div className="mb-1 flex min-h-6 shrink-0 items-center gap-1">
        <p className="min-w-0 grow truncate text-13 font-semibold text-ink">{value.visual.title}</p>
        {data?.followsPeriod === false ? <FixedPeriodMark /> : null}
        <NotFilteredMark labels={data?.notFiltered ?? []} />
      </div>
      <div className="min-h-0 flex-1">
        {isComplete ? (
          <FigureBody
            kind={kind}
            state={{
              model: data?.model,
              error: error ? errorBodyOf(error) : null,
              loading: isFetching && isPlaceholderData,
              retry: () => void refetch(),
            }}
          />
        ) : (
          <p className="text-13 text-ink-3">
            {value.queryId === ""
              ? "Choose a query to see the widget here."
              : "Choose the columns to see the widget here."}
          </p>
        )}
      </div>
    </section>
  );
}
