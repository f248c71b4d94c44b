"use client";

import { RotateCcw, ZoomOut } from "lucide-react";
import { useMemo } from "react";
import { Field } from "@/components/figures/field";
import { Button } from "@/components/ui/button";
import { onDemand } from "@/components/ui/on-demand";
import type { Comparison, DashboardFilters, DashboardView } from "@/lib/dashboards/schemas";
import { viewSearch } from "@/lib/dashboards/view/view-params";
import { periodDays, periodName } from "../period-words";
import { RangeFilter } from "../range-filter";
import type { WidgetScene } from "../screen-types";
import { CompareSelect } from "./compare-select";
import { CrossChips } from "./cross-chips";
import { FilterPill, LockedPill } from "./filter-pill";
import { filterOptions } from "./filter-source";
import { chosenValues, countChosen, initialView, withValue } from "./filter-values";
import { FiltersButton } from "./filters-button";

const FilterField = onDemand(async () => (await import("./filter-field")).FilterField);

export type FiltersBarProps = {
  scene: Pick<WidgetScene, "workspace" | "dashboardId" | "optionsUrl" | "view" | "filters" | "place">;
  setView: (view: DashboardView) => void;
  now: Date;
  /** Brings back the period before a zoom; null when nothing was zoomed. */
  onZoomOut: (() => void) | null;
};

/** What the dashboard is looked at over, and the means to change it. */
export function FiltersBar({ scene, setView, now, onZoomOut }: FiltersBarProps) {
  const { view, filters } = scene;
  const { fields, pills } = useFilterChoices(scene, setView);
  const comparison = (className?: string) => (
    <CompareSelect
      value={view.comparison}
      onChange={(next: Comparison) => setView({ ...view, comparison: next })}
      className={className}
    />
  );
  const isOwn = viewSearch(view, filters).size === 0;
  const reset = () => setView(initialView(filters));
  return (
    <div className="flex flex-wrap items-center gap-2" role="group" aria-label="Filters">
      <PeriodPill {...{ scene, setView, now, onZoomOut }} />
      <div className="contents max-md:hidden">
        {filters.isRangeLocked ? null : comparison()}
        {pills}
      </div>
      {fields.length === 0 && filters.isRangeLocked ? null : (
        <div className="contents md:hidden">
          <FiltersButton count={countChosen(filters, view)} onReset={reset}>
            {filters.isRangeLocked ? null : (
              <Field label="Compare with">{() => comparison("h-9 w-full")}</Field>
            )}
            {fields}
          </FiltersButton>
        </div>
      )}
      <CrossChips cross={view.cross} onChange={(cross) => setView({ ...view, cross })} />
      {isOwn ? null : (
        <Button variant="ghost" onClick={reset}>
          <RotateCcw aria-hidden />
          Reset
        </Button>
      )}
    </div>
  );
}

function PeriodPill({ scene, setView, now, onZoomOut }: FiltersBarProps) {
  const { view, filters, place } = scene;
  if (filters.isRangeLocked) return <LockedPill label="Period" words={periodName(filters.range, place)} />;
  return (
    <>
      <RangeFilter
        label="Period"
        value={view.range}
        onChange={(range) => setView({ ...view, range })}
        now={now}
        place={place}
      />
      {onZoomOut ? (
        <Button variant="ghost" onClick={onZoomOut}>
          <ZoomOut aria-hidden />
          Zoom out
        </Button>
      ) : null}
      <span className="text-13 text-ink-2" aria-live="polite">
        {periodDays(view.range, now, place)}
      </span>
    </>
  );
}

/** Each filter twice: as a pill, and as a field of the sheet. */
function useFilterChoices(
  { workspace, dashboardId, optionsUrl, view, filters }: FiltersBarProps["scene"],
  setView: FiltersBarProps["setView"],
) {
  const source = useMemo(
    () => filterOptions(workspace, dashboardId, optionsUrl),
    [workspace, dashboardId, optionsUrl],
  );
  const values = chosenValues(filters, view);
  const propsOf = (filter: DashboardFilters["fields"][number]) => ({
    filter,
    values,
    source,
    onChange: (value: Parameters<typeof withValue>[2]) => setView(withValue(view, filter, value)),
  });
  return {
    pills: filters.fields.map((filter) => <FilterPill key={filter.name} {...propsOf(filter)} />),
    fields: filters.fields.map((filter) => <FilterField key={filter.name} {...propsOf(filter)} />),
  };
}
