"use client";

import type { ReactNode } from "react";
import { ContentCard } from "@/components/figures/content-card";
import { errorBodyOf } from "@/components/figures/fetch-json";
import { FigureCard, type FigureState } from "@/components/figures/figure-card";
import { prepareContent } from "@/lib/charts/prepare-content";
import { type FigureWidget, isContent, isFigure, type WidgetDto } from "@/lib/dashboards/schemas";
import type { WidgetData } from "@/lib/dashboards/view/schemas";
import { StaleMark } from "./live/stale-mark";
import { useWidgetData } from "./queries";
import type { WidgetScene } from "./screen-types";
import { NotFilteredMark } from "./widget/not-filtered-mark";
import { ReadingWidget } from "./widget/reading-widget";

type WidgetCardProps<Widget = WidgetDto> = {
  widget: Widget;
  scene: WidgetScene;
  /** False while it is out of sight: its place is kept, and nothing is asked or drawn. */
  near?: boolean;
  handle?: ReactNode;
  menuItems?: ReactNode;
  editing?: boolean;
};

export type WidgetState = FigureState & {
  data: WidgetData | undefined;
  /** Why a newer answer did not come, while an older one is shown. */
  isOld: boolean;
};

/** One widget: a figure with its live data, or what needs none. */
export function WidgetCard({ widget, ...props }: WidgetCardProps) {
  if (isFigure(widget)) return <FigureWidgetCard widget={widget} {...props} />;
  if (!isContent(widget)) return null;
  const { variables, workspace } = props.scene;
  return (
    <ContentCard
      model={prepareContent(widget.visual, { variables, workspace })}
      handle={props.handle}
      menuItems={props.menuItems}
      menuVisible={props.editing}
    />
  );
}

function FigureWidgetCard(props: WidgetCardProps<FigureWidget>) {
  const { widget, scene, near = true, handle, menuItems, editing = false } = props;
  const state = useWidgetState(widget, scene, near);
  if (!editing && scene.reading) return <ReadingWidget widget={widget} scene={scene} state={state} />;
  return (
    <FigureCard
      title={widget.visual.title}
      kind={widget.visual.kind}
      state={state}
      place={scene.place}
      handle={handle}
      marks={<WidgetMarks widget={widget} scene={scene} state={state} />}
      menuItems={menuItems}
      menuVisible={editing}
    />
  );
}

type WidgetMarksProps = { widget: WidgetDto; scene: WidgetScene; state: WidgetState };

/** What must be known of a widget's numbers before they are read. */
export function WidgetMarks({ widget: { options }, scene, state: { data, isOld } }: WidgetMarksProps) {
  if (!data) return null;
  const refreshSeconds = options.refreshSeconds ?? scene.refreshSeconds;
  return (
    <>
      <StaleMark data={data} isOld={isOld} refreshSeconds={refreshSeconds} place={scene.place} />
      <NotFilteredMark labels={data.notFiltered} />
    </>
  );
}

function useWidgetState(widget: FigureWidget, { stored, ...scene }: WidgetScene, near: boolean): WidgetState {
  const onServer = stored.get(widget.key);
  const query = useWidgetData({
    ...scene,
    widget,
    near,
    stored: onServer !== undefined && isSameFigure(onServer, widget),
  });
  const state = stateOf(query);
  return near ? state : { ...state, model: undefined };
}

type Asked = Pick<
  ReturnType<typeof useWidgetData>,
  "data" | "error" | "isFetching" | "isPlaceholderData" | "refetch"
>;

export function stateOf({ data, error, isFetching, isPlaceholderData, refetch }: Asked): WidgetState {
  return {
    data,
    model: data?.model,
    // An answer that is merely old stays in sight; one that belongs to another view must not.
    error: error && (data === undefined || isPlaceholderData) ? errorBodyOf(error) : null,
    loading: isFetching && (isPlaceholderData || error !== null),
    isOld: error !== null,
    retry: () => void refetch(),
  };
}

function isSameFigure(a: WidgetDto, b: WidgetDto): boolean {
  if (a.visual === b.visual && a.parameters === b.parameters) return a.queryId === b.queryId;
  const figure = ({ queryId, visual, parameters }: WidgetDto) =>
    JSON.stringify([queryId, visual, parameters]);
  return figure(a) === figure(b);
}
