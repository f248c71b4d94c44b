"use client";

import { type RefObject, useState } from "react";
import { errorBodyOf } from "@/components/figures/fetch-json";
import { FigureBody } from "@/components/figures/figure-card";
import { figureSources } from "@/components/figures/figure-sources";
import { giveFocusBack } from "@/components/figures/menu-trigger";
import { useFigure } from "@/components/figures/queries";
import { NO_FIGURE, VisualForm, type VisualFormValue } from "@/components/figures/visual-form";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { EmptyState } from "@/components/ui/empty-state";
import {
  Sheet,
  SheetBody,
  SheetClose,
  SheetContent,
  SheetDescription,
  SheetFooter,
  SheetHeader,
  SheetTitle,
} from "@/components/ui/sheet";
import { Skeleton, SkeletonGroup } from "@/components/ui/skeleton";
import { FigureInput, type QuerySummary } from "@/lib/queries/schemas";
import type { RangeChoice } from "@/lib/time/ranges";
import { cn } from "@/lib/utils/cn";
import { useQueryChoices } from "./queries";
import { useDebounced } from "@/components/figures/use-debounced";

type WidgetSheetProps = {
  /** Slug. */
  workspace: string;
  range: RangeChoice;
  /** The figure to edit; null for a new one. */
  figure: VisualFormValue | null;
  onSubmit: (figure: VisualFormValue) => void;
  onClose: () => void;
  /** The menu's button it was opened from, if it was. */
  opener: RefObject<HTMLElement | null>;
};

/** Makes or changes one figure: query, kind, columns, words, with the result beside them. */
export function WidgetSheet({ workspace, range, figure, onSubmit, onClose, opener }: WidgetSheetProps) {
  const choices = useQueryChoices(workspace);
  const isNew = figure === null;
  return (
    <Sheet open onOpenChange={(open) => !open && onClose()}>
      <SheetContent
        className="max-w-lg"
        onCloseAutoFocus={(event) => giveFocusBack(event, isNew ? null : opener.current)}
      >
        <SheetHeader>
          <SheetTitle>{isNew ? "Add a widget" : "Edit the widget"}</SheetTitle>
          <SheetDescription>
            {isNew ? "Choose a query, then how it is drawn." : "The dashboard changes when you save it."}
          </SheetDescription>
        </SheetHeader>
        {choices.data ? (
          <WidgetForm
            queries={choices.data}
            workspace={workspace}
            range={range}
            figure={figure}
            onSubmit={onSubmit}
          />
        ) : (
          <SheetBody>
            {choices.isError ? (
              <Callout tone="bad" title="The queries could not be read.">
                {choices.error.message}
              </Callout>
            ) : (
              <SkeletonGroup label="Reading the queries">
                <Skeleton className="h-15" />
              </SkeletonGroup>
            )}
          </SheetBody>
        )}
      </SheetContent>
    </Sheet>
  );
}

type WidgetFormProps = Omit<WidgetSheetProps, "onClose" | "opener"> & { queries: QuerySummary[] };

function WidgetForm({ queries, workspace, range, figure, onSubmit }: WidgetFormProps) {
  const [value, setValue] = useState(figure ?? NO_FIGURE);
  const checked = FigureInput.safeParse({ ...value, range });

  if (queries.length === 0)
    return (
      <SheetBody>
        <EmptyState
          size="card"
          headingLevel={3}
          title="No queries yet"
          description="A widget draws the answer of a query. Write one under Queries first."
        />
      </SheetBody>
    );
  return (
    <form
      noValidate
      className="flex min-h-0 flex-1 flex-col"
      onSubmit={(event) => {
        event.preventDefault();
        if (!checked.success) return;
        const { queryId, visual, parameters } = checked.data;
        onSubmit({ queryId, visual, parameters });
      }}
    >
      <SheetBody>
        <VisualForm
          {...figureSources(workspace, queries, range)}
          value={value}
          onChange={setValue}
          preview={<Preview workspace={workspace} value={value} range={range} />}
        />
      </SheetBody>
      <SheetFooter>
        <SheetClose asChild>
          <Button>Cancel</Button>
        </SheetClose>
        <Button type="submit" variant="primary" disabled={!checked.success}>
          {figure ? "Apply" : "Add to the dashboard"}
        </Button>
      </SheetFooter>
    </form>
  );
}

type PreviewProps = { workspace: string; value: VisualFormValue; range: RangeChoice };

const TYPING_PAUSE_MS = 350;

function Preview({ workspace, value, range }: PreviewProps) {
  // Without the title, which is not drawn here: each letter of it would ask anew.
  const untitled = useDebounced({ ...value, visual: { ...value.visual, title: "" } }, TYPING_PAUSE_MS);
  const { kind } = untitled.visual;
  const { data, error, isFetching, isPlaceholderData, refetch } = useFigure(workspace, untitled, range);
  const complete = FigureInput.safeParse({ ...untitled, range }).success;
  return (
    <section
      aria-label="Preview"
      className={cn("rounded-lg border border-rule bg-paper p-3", kind === "metric" ? "h-24" : "h-64")}
    >
      {complete ? (
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
        <p className="text-13 text-ink-3">Choose the columns to see the figure.</p>
      )}
    </section>
  );
}
