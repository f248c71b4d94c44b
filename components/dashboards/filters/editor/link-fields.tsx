"use client";

import { useQuery } from "@tanstack/react-query";
import { fetchJson } from "@/components/figures/fetch-json";
import { NativeSelect } from "@/components/ui/native-select";
import type { DashboardDto, DashboardSummary, WidgetDto, WidgetOptions } from "@/lib/dashboards/schemas";
import { filterLabel } from "@/lib/dashboards/view/effective-view";
import type { WidgetScene } from "../../screen-types";

type Link = WidgetOptions["link"];

type LinkFieldsProps = {
  scene: Pick<WidgetScene, "workspace" | "dashboardId">;
  widgets: readonly WidgetDto[];
  onChange: (widgetKey: string, link: Link) => void;
};

/** Where the points of a figure lead on to: another dashboard, with the point as one of its filters. */
export function LinkFields({ scene, widgets, onChange }: LinkFieldsProps) {
  const query = new URLSearchParams({ workspace: scene.workspace });
  const { data: dashboards = [] } = useQuery({
    queryKey: ["dashboards", scene.workspace, "links"],
    queryFn: ({ signal }): Promise<DashboardSummary[]> =>
      fetchJson(`/api/v1/dashboards?${query}`, { signal }),
  });
  const others = dashboards.filter(({ id }) => id !== scene.dashboardId);
  const asking = widgets.filter(({ queryId }) => queryId !== null);
  if (asking.length === 0) return null;
  return (
    <details className="text-13">
      <summary className="min-h-6 cursor-default text-ink-2">Where figures lead on to</summary>
      <ul className="mt-2 flex flex-col gap-2">
        {asking.map(({ key, visual, options: { link } }) => (
          <li key={key} className="grid grid-cols-2 items-center gap-2">
            <span className="truncate">{visual.title || "Untitled"}</span>
            <NativeSelect
              aria-label={`Dashboard that ${visual.title || "the untitled figure"} leads to`}
              value={link?.dashboardId ?? ""}
              onChange={({ target }) => {
                const chosen = others.find(({ id }) => id === target.value);
                onChange(
                  key,
                  chosen ? { dashboardId: chosen.id, filter: "", label: chosen.name.slice(0, 60) } : null,
                );
              }}
            >
              <option value="">Nowhere</option>
              {others.map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
              {link && !others.some(({ id }) => id === link.dashboardId) ? (
                <option value={link.dashboardId}>{link.label || "A dashboard that is gone"}</option>
              ) : null}
            </NativeSelect>
            {link ? <FilterSelect {...{ scene, link }} onChange={(next) => onChange(key, next)} /> : null}
          </li>
        ))}
      </ul>
    </details>
  );
}

type FilterSelectProps = {
  scene: LinkFieldsProps["scene"];
  link: NonNullable<Link>;
  onChange: (link: Link) => void;
};

/** The filter of the other dashboard that takes the point. */
function FilterSelect({ scene: { workspace }, link, onChange }: FilterSelectProps) {
  const { data: target } = useQuery({
    queryKey: ["dashboards", workspace, "link", link.dashboardId],
    queryFn: ({ signal }): Promise<DashboardDto> =>
      fetchJson(`/api/v1/dashboards/${link.dashboardId}?${new URLSearchParams({ workspace })}`, { signal }),
  });
  return (
    <NativeSelect
      aria-label="Filter there that takes the point"
      className="col-start-2"
      value={link.filter}
      onChange={({ target: { value } }) => onChange({ ...link, filter: value })}
    >
      <option value="">Only the period and filters of the same name</option>
      {(target?.filters.fields ?? []).map((filter) => (
        <option key={filter.name} value={filter.name}>
          {filterLabel(filter)}
        </option>
      ))}
    </NativeSelect>
  );
}
