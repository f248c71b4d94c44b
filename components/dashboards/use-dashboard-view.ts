"use client";

import { parseAsNativeArrayOf, parseAsString, useQueryStates } from "nuqs";
import { useMemo } from "react";
import type { DashboardFilters, DashboardView } from "@/lib/dashboards/schemas";
import {
  COMPARE_PARAM,
  CROSS_PARAM,
  filterParam,
  paramsFromView,
  RANGE_PARAM,
  viewFromParams,
} from "@/lib/dashboards/view/view-params";

export type ViewState = {
  view: DashboardView;
  /** Only what differs from the dashboard's own view stands in the address; "back" returns to the view before. */
  setView: (view: DashboardView) => void;
};

/** The view in the page's address, so that a link shows another person the same. */
export function useDashboardView(filters: DashboardFilters): ViewState {
  const parsers = useMemo(
    () => ({
      [RANGE_PARAM]: texts,
      [COMPARE_PARAM]: texts,
      [CROSS_PARAM]: texts,
      ...Object.fromEntries(filters.fields.map((filter) => [filterParam(filter), texts])),
    }),
    [filters.fields],
  );
  const [params, setParams] = useQueryStates(parsers, { history: "push" });
  const view = useMemo(() => viewFromParams(params, filters), [params, filters]);
  return {
    view,
    setView(next) {
      const written = Object.entries(paramsFromView(next, filters));
      void setParams(
        Object.fromEntries(written.map(([name, value]) => [name, value === null ? null : [value].flat()])),
      );
    },
  };
}

const texts = parseAsNativeArrayOf(parseAsString);
