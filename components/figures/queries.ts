"use client";

import { keepPreviousData, useQuery } from "@tanstack/react-query";
import type { PreviewWidgetInput } from "@/lib/dashboards/view/schemas";
import { FigureInput } from "@/lib/queries/schemas";
import type { RangeChoice } from "@/lib/time/ranges";
import { type FigureData, fetchFigure, figureKeys } from "./figure-request";
import type { VisualFormValue } from "./visual-form";

/** A figure that is being made, alone or under filters. Nothing is asked while the spec is incomplete. */
export function useFigure(
  workspace: string,
  value: VisualFormValue,
  range: RangeChoice,
  under?: PreviewWidgetInput["under"],
) {
  const input = FigureInput.safeParse({ ...value, range });
  return useQuery({
    queryKey: [...figureKeys.model(workspace, value, range), ...(under ? [under] : [])],
    queryFn: ({ signal }): Promise<FigureData> =>
      input.success ? fetchFigure(workspace, { ...input.data, under }, signal) : Promise.reject(input.error),
    enabled: input.success,
    placeholderData: keepPreviousData,
  });
}
