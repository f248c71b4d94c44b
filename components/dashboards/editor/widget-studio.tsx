"use client";

import { ArrowLeft } from "lucide-react";
import { type ComponentProps, type ReactNode, useState } from "react";
import { giveFocusBack } from "@/components/figures/menu-trigger";
import { NO_FIGURE } from "@/components/figures/visual-form";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { Dialog, DialogContent, DialogDescription, DialogTitle } from "@/components/ui/dialog";
import { Skeleton, SkeletonGroup } from "@/components/ui/skeleton";
import { emptyContent } from "@/lib/charts/content-spec";
import { isContent, isFigure } from "@/lib/dashboards/widgets";
import { type WidgetDto, WidgetOptions } from "@/lib/dashboards/schemas";
import { cn } from "@/lib/utils/cn";
import { useQueryChoices } from "../queries";
import type { WidgetScene } from "../screen-types";
import { ContentForm } from "./content-form";
import { Gallery } from "./gallery/gallery";
import { isContentKind, type OfferedKind } from "./gallery/offered-kinds";
import { placeNew, withFigure } from "../new-widget";
import { settled, type Widgets } from "./sections";
import { WidgetForm } from "./widget-form";

/** A widget that is changed, or the section that a new one comes to. `opener` gets the focus back. */
export type Edited = { widget: string; opener: HTMLElement | null } | { section: string };

/** What a form hands over, whether it is drawn from rows or not. */
type Made = Pick<WidgetDto, "queryId" | "visual" | "parameters">;

type WidgetStudioProps = {
  edited: Edited;
  widgets: Widgets;
  scene: WidgetScene;
  onChange: (widgets: Widgets) => void;
  onClose: () => void;
};

/** Where a widget is made or changed: a kind from the gallery first, then query, columns and words. */
export function WidgetStudio({ edited, widgets, scene, onChange, onClose }: WidgetStudioProps) {
  const widget = "widget" in edited ? widgets.find(({ key }) => key === edited.widget) : undefined;
  /** "any" leaves the kind to the rows of the query; null: not chosen yet. */
  const [kind, setKind] = useState<OfferedKind | "any" | null>(widget ? "any" : null);
  const opener = "widget" in edited ? edited.opener : null;

  function submit(drawn: Made, options: WidgetOptions) {
    if (widget) {
      const changed = { ...withFigure(widget, drawn), options };
      onChange(settled(widgets.map((other) => (other === widget ? changed : other))));
    } else if ("section" in edited) {
      onChange([...widgets, { ...placeNew(widgets, drawn, edited.section), options }]);
    }
    onClose();
  }

  const isGallery = kind === null;
  return (
    <Dialog open onOpenChange={(open) => !open && onClose()}>
      <DialogContent
        className={cn("flex flex-col p-0", isGallery ? "max-w-4xl" : "h-[46rem] max-w-6xl overflow-hidden")}
        onCloseAutoFocus={(event) => giveFocusBack(event, opener)}
      >
        <StudioHeader
          title={widget ? "Edit the widget" : "Add a widget"}
          description={
            widget
              ? "The dashboard changes when you save it."
              : isGallery
                ? "Choose what it looks like; it can be changed later."
                : "See beside it what it will look like."
          }
          onBack={widget || isGallery ? undefined : () => setKind(null)}
        />
        {isGallery ? (
          <div className="px-6 pt-4 pb-6">
            <Gallery onChoose={setKind} onStartFromQuery={() => setKind("any")} />
          </div>
        ) : (
          <StudioForm
            scene={scene}
            widget={widget}
            kind={kind === "any" ? undefined : kind}
            onSubmit={submit}
          />
        )}
      </DialogContent>
    </Dialog>
  );
}

type StudioHeaderProps = { title: string; description: ReactNode; onBack?: () => void };

function StudioHeader({ title, description, onBack }: StudioHeaderProps) {
  return (
    <header className="flex items-start gap-2 border-b px-6 py-4 pr-14">
      {onBack ? (
        <Button
          variant="ghost"
          size="icon-sm"
          aria-label="Back to the kinds"
          className="-ml-2"
          onClick={onBack}
        >
          <ArrowLeft aria-hidden />
        </Button>
      ) : null}
      <div className="flex flex-col gap-0.5">
        <DialogTitle>{title}</DialogTitle>
        <DialogDescription>{description}</DialogDescription>
      </div>
    </header>
  );
}

type StudioFormProps = {
  scene: WidgetScene;
  widget: WidgetDto | undefined;
  kind: OfferedKind | undefined;
  onSubmit: (drawn: Made, options: WidgetOptions) => void;
};

function StudioForm({ scene, widget, kind, onSubmit }: StudioFormProps) {
  const submitLabel = widget ? "Apply" : "Add to the dashboard";
  const options = widget?.options ?? WidgetOptions.parse({});
  const content =
    widget && isContent(widget) ? widget.visual : kind && isContentKind(kind) ? emptyContent(kind) : null;
  if (content)
    return (
      <ContentForm
        scene={scene}
        initial={{ visual: content, options }}
        submitLabel={submitLabel}
        onSubmit={(value) => onSubmit({ queryId: null, visual: value.visual, parameters: {} }, value.options)}
      />
    );
  return (
    <FigureForm
      scene={scene}
      initial={{ figure: widget && isFigure(widget) ? widget : NO_FIGURE, options }}
      kind={kind && !isContentKind(kind) ? kind : undefined}
      submitLabel={submitLabel}
      onSubmit={(value) => onSubmit(value.figure, value.options)}
    />
  );
}

type FigureFormProps = Omit<ComponentProps<typeof WidgetForm>, "queries">;

/** Once it is known which queries there are to choose from. */
function FigureForm(form: FigureFormProps) {
  const choices = useQueryChoices(form.scene.workspace);
  if (choices.isError)
    return (
      <div className="p-6">
        <Callout tone="bad" title="The queries could not be read.">
          {choices.error.message}
        </Callout>
      </div>
    );
  if (!choices.data)
    return (
      <SkeletonGroup label="Reading the queries" className="p-6">
        <Skeleton className="h-15" />
      </SkeletonGroup>
    );
  return <WidgetForm {...form} queries={choices.data} />;
}
