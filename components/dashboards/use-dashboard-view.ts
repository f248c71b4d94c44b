"use client";

import { parseAsNativeArrayOf, parseAsString, useQueryStates } from "nuqs";
import { useCallback, useMemo } from "react";
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

const texts = parseAsNativeArrayOf(parseAsString);

/** The view in the page's address, so that a link shows another person the same. */
export function useDashboardView(filters: DashboardFilters): ViewState {
  const parsers = useMemo(() => {
    const names = [RANGE_PARAM, COMPARE_PARAM, CROSS_PARAM, ...filters.fields.map(filterParam)];
    return Object.fromEntries(names.map((name) => [name, texts]));
  }, [filters.fields]);
  const [params, setParams] = useQueryStates(parsers, { history: "push" });
  const view = useMemo(() => viewFromParams(params, filters), [params, filters]);
  const setView = useCallback(
    (next: DashboardView) => {
      const before = paramsFromView(view, filters);
      const written = Object.entries(paramsFromView(next, filters));
      // What stays is not written again: two filters that change in one moment both do.
      const changed = written.filter(
        ([name, value]) => JSON.stringify(value) !== JSON.stringify(before[name]),
      );
      if (changed.length === 0) return;
      void setParams(
        Object.fromEntries(changed.map(([name, value]) => [name, value === null ? null : [value].flat()])),
      );
    },
    [view, filters, setParams],
  );
  return { view, setView };
}
