"use client";

import type { ReactNode } from "react";
import { ContentCard } from "@/components/figures/content-card";
import { FigureCard } from "@/components/figures/figure-card";
import type { FigureMenuProps } from "@/components/figures/figure-menu";
import { prepareContent } from "@/lib/charts/prepare-content";
import { isContent, isFigure } from "@/lib/dashboards/widgets";
import type { FigureWidget, WidgetDto } from "@/lib/dashboards/schemas";
import { useWidgetData } from "./queries";
import type { WidgetScene } from "./screen-types";
import { ReadingWidget } from "./widget/reading-widget";
import { useWidgetInteraction } from "./widget/use-widget-interaction";
import { WidgetMarks } from "./widget/widget-marks";
import { stateOf, type WidgetState } from "./widget/widget-state";

type WidgetCardProps<Widget = WidgetDto> = {
  widget: Widget;
  scene: WidgetScene;
  /** False while it is out of sight: its place is kept, and nothing is asked or drawn. */
  near?: boolean;
  handle?: ReactNode;
  menu?: (menu: FigureMenuProps) => ReactNode;
  editing?: boolean;
};

/** One widget: a figure with its live data, or what needs none. */
export function WidgetCard({ widget, ...props }: WidgetCardProps) {
  if (isFigure(widget)) return <FigureWidgetCard widget={widget} {...props} />;
  if (!isContent(widget)) return null;
  const { variables, workspace, picturesUrl } = props.scene;
  return (
    <ContentCard
      model={prepareContent(widget.visual, { variables, workspace, picturesUrl })}
      handle={props.handle}
      menu={props.menu}
      menuVisible={props.editing}
    />
  );
}

function FigureWidgetCard(props: WidgetCardProps<FigureWidget>) {
  const { widget, scene, near = true, handle, menu, editing = false } = props;
  const state = useWidgetState(widget, scene, near);
  const interaction = useWidgetInteraction(widget, scene);
  // What is behind a figure is for people of the workspace.
  const isPublic = scene.dataUrl !== undefined;
  if (!editing && scene.reading && !isPublic)
    return <ReadingWidget widget={widget} scene={scene} state={state} />;
  return (
    <FigureCard
      title={widget.visual.title}
      kind={widget.visual.kind}
      state={state}
      place={scene.place}
      interaction={interaction}
      handle={handle}
      marks={<WidgetMarks widget={widget} scene={scene} state={state} />}
      menu={menu}
      menuVisible={editing}
    />
  );
}

function useWidgetState(widget: FigureWidget, { stored, ...scene }: WidgetScene, near: boolean): WidgetState {
  const query = useWidgetData({
    ...scene,
    widget,
    near,
    stored: storedOf(widget, stored.get(widget.key), scene.hasDraftFilters ?? false),
  });
  const state = stateOf(query);
  return near ? state : { ...state, model: undefined };
}

function storedOf(widget: WidgetDto, onServer: WidgetDto | undefined, hasDraftFilters: boolean) {
  if (!onServer || !isSameFigure(onServer, widget)) return "nothing";
  const bindings = ({ options }: WidgetDto) => JSON.stringify(options.bindings);
  const isWhole =
    !hasDraftFilters && (onServer.options === widget.options || bindings(onServer) === bindings(widget));
  return isWhole ? "whole" : "figure";
}

function isSameFigure(a: WidgetDto, b: WidgetDto): boolean {
  if (a.visual === b.visual && a.parameters === b.parameters) return a.queryId === b.queryId;
  const figure = ({ queryId, visual, parameters }: WidgetDto) =>
    JSON.stringify([queryId, visual, parameters]);
  return figure(a) === figure(b);
}
