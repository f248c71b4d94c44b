"use client";

import type { ReactNode } from "react";
import { errorBodyOf } from "@/components/figures/fetch-json";
import { FigureCard, type FigureState } from "@/components/figures/figure-card";
import type { WidgetDto } from "@/lib/dashboards/schemas";
import { useWidgetData } from "./queries";
import type { WidgetScene } from "./screen-types";

type WidgetCardProps = {
  widget: WidgetDto;
  scene: WidgetScene;
  handle?: ReactNode;
  menuItems?: ReactNode;
  editing?: boolean;
};

/** One widget with its live data. */
export function WidgetCard({ widget, scene, handle, menuItems, editing = false }: WidgetCardProps) {
  return (
    <FigureCard
      title={widget.visual.title}
      kind={widget.visual.kind}
      state={useWidgetState(widget, scene)}
      place={scene.place}
      handle={handle}
      menuItems={menuItems}
      menuVisible={editing}
    />
  );
}

function useWidgetState(widget: WidgetDto, { stored, ...scene }: WidgetScene): FigureState {
  const onServer = stored.get(widget.key);
  const { data, error, isFetching, isPlaceholderData, refetch } = useWidgetData({
    ...scene,
    widget,
    stored: onServer !== undefined && isSameFigure(onServer, widget),
  });
  return {
    model: data?.model,
    // An answer that is merely old stays in sight; one that belongs to another period must not.
    error: error && (data === undefined || isPlaceholderData) ? errorBodyOf(error) : null,
    loading: isFetching && (isPlaceholderData || error !== null),
    retry: () => void refetch(),
  };
}

function isSameFigure(a: WidgetDto, b: WidgetDto): boolean {
  if (a.visual === b.visual && a.parameters === b.parameters) return a.queryId === b.queryId;
  const figure = ({ queryId, visual, parameters }: WidgetDto) =>
    JSON.stringify([queryId, visual, parameters]);
  return figure(a) === figure(b);
}
